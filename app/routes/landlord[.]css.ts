import type { LoaderFunctionArgs } from '@remix-run/node'

/** The landlord's own colours, as variables over the portal's. Both were checked against white when settings were read. */
export function loader({ context }: LoaderFunctionArgs) {
  const { brand, link } = context.house.policy.landlord.colours
  const css = `:root{--cw-brand:${brand};--cw-tint:color-mix(in srgb,${brand} 5%,#fff);--govuk-brand-colour:${brand};--govuk-link-colour:${link};--govuk-link-visited-colour:${link}}\n`
  return new Response(css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  })
}
