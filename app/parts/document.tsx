import type { ReactNode } from 'react'
import portal from '../styles/portal.scss?url'
import { useVisit } from './visit.tsx'

type Props = {
  title: string
  /** Another style sheet of the same look, for example the console's. */
  styles?: string
  children: ReactNode
}

/** The shell of every page. There is no script in it, and there is nowhere to put one. */
export function Document({ title, styles, children }: Props) {
  const { language, direction, size, contrast } = useVisit()
  return (
    <html lang={language} dir={direction} data-print={size} data-contrast={contrast ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={portal} />
        {styles && <link rel="stylesheet" href={styles} />}
        <link rel="stylesheet" href="/landlord.css" />
      </head>
      <body className="cw-body">{children}</body>
    </html>
  )
}
