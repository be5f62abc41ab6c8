/** A page as a customer comes to it. `as`: signed in as this customer of the demonstration. `isSent`: its form sent empty. */
export type CustomerPage = { path: string; as?: string; isSent?: true }

/**
 * Every page that customers can see. A new page is one line here, and is then looked at in every language, size and
 * width, by axe, and by keyboard.
 */
export const pages: CustomerPage[] = [
  { path: '/' },
  { path: '/what-we-will-do' },
  { path: '/what-is-not-all-right' },
  { path: '/how-we-decide' },
  { path: '/your-rights' },
  { path: '/help' },
  { path: '/accessibility' },
  { path: '/privacy' },
  { path: '/urgent' },
  { path: '/urgent', isSent: true },
  { path: '/urgent/tell' },
  { path: '/contact-us' },
  { path: '/contact-us', isSent: true },
  { path: '/sign-in' },
  { path: '/sign-in', isSent: true },
  { path: '/sign-in/letter' },
  { path: '/refused/too-long' },
  { path: '/nowhere' },
  { path: '/your-restrictions', as: 'letters' },
  { path: '/your-restrictions', as: 'weekly' },
  { path: '/your-restrictions', as: 'warned' },
  { path: '/your-restrictions', as: 'open' },
  { path: '/how-we-decide', as: 'letters' },
  { path: '/contact-us', as: 'weekly' },
  { path: '/appeal', as: 'letters' },
  { path: '/your-account', as: 'weekly' },
  { path: '/your-account/writing', as: 'weekly' },
  { path: '/your-account/representative', as: 'weekly' },
  { path: '/your-account/data', as: 'weekly' },
  { path: '/your-contacts', as: 'tuesday' },
  { path: '/your-notices', as: 'letters' },
  { path: '/tell-your-side', as: 'warned' },
  { path: '/ask-us/support', as: 'warned' },
  { path: '/ask-us/change', as: 'warned' },
]

/** How a page is named when something on it is wrong. */
export function nameOf({ path, as, isSent }: CustomerPage): string {
  return `${path}${as ? ` as ${as}` : ''}${isSent ? ' sent empty' : ''}`
}
