import type { AppLoadContext } from '@remix-run/node'

const kept = new WeakSet<AppLoadContext>()

/**
 * The request brought words of somebody whose session had ended. Its page is then shown with them, instead of asking to
 * sign in, which would lose them (WCAG 2.2.1).
 */
export function keepWords(context: AppLoadContext): void {
  kept.add(context)
}

export function hasKeptWords(context: AppLoadContext): boolean {
  return kept.has(context)
}
