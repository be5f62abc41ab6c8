import type { ReactNode } from 'react'
import { Document } from './document.tsx'
import { DraftNote } from './draft-note.tsx'
import { Foot } from './foot.tsx'
import { Head } from './head.tsx'
import { LeaveQuickly } from './leave-quickly.tsx'
import { BackLink } from './pieces.tsx'
import { UrgentBlock } from './urgent-block.tsx'
import { useSpeak, useVisit } from './visit.tsx'

type Props = {
  /** The one heading of the page, and the first part of its title. */
  heading: string
  /** Something is to be put right: the title says so first. */
  hasErrors?: boolean
  /** Where 'back' leads, where there is a step before this one. */
  back?: string
  /** A small line above the heading. */
  caption?: ReactNode
  /** For pages whose heading is part of something larger, such as a confirmation panel. */
  isHeadingShown?: boolean
  /** The page is about abuse or danger at home: a quick way off it comes first. */
  isSafety?: boolean
  children: ReactNode
}

/** The frame of every customer's page: the urgent block is in the same place on each (WCAG 3.2.6). */
export function Page({
  heading,
  hasErrors = false,
  back,
  caption,
  isHeadingShown = true,
  isSafety = false,
  children,
}: Props) {
  const t = useSpeak()
  const { landlord } = useVisit()
  const title = `${hasErrors ? `${t('page.error-prefix')} ` : ''}${heading} – ${landlord.name}`
  return (
    <Document title={title}>
      {isSafety && <LeaveQuickly />}
      <a href="#main" className="govuk-skip-link">
        {t('page.skip')}
      </a>
      <Head />
      <UrgentBlock />
      <div className="cw-width">
        {back && (
          <nav aria-label={t('page.back')}>
            <BackLink href={back}>{t('page.back')}</BackLink>
          </nav>
        )}
        <main id="main" className="cw-main" tabIndex={-1}>
          <DraftNote />
          {isHeadingShown && (
            <h1 className="govuk-heading-xl cw-heading">
              {caption && <span className="cw-caption">{caption}</span>}
              {heading}
            </h1>
          )}
          {children}
        </main>
      </div>
      <Foot />
    </Document>
  )
}
