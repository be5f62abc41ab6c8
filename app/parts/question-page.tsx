import type { ReactNode } from 'react'
import { ErrorSummary, type FieldError } from './form.tsx'
import { Page } from './page.tsx'
import { SignedOut } from './signed-out.tsx'

type Props = {
  /** The question, for the title. Its own label is the heading of the page. */
  question: string
  caption?: string
  back?: string
  errors: FieldError[]
  isSignedOut: boolean
  hadFiles: boolean
  children: ReactNode
}

/** One question on a page of its own (GOV.UK question pages). */
export function QuestionPage({ question, caption, back, errors, isSignedOut, hadFiles, children }: Props) {
  return (
    <Page heading={question} hasErrors={errors.length > 0} back={back} isHeadingShown={false}>
      <ErrorSummary errors={errors} />
      {isSignedOut && <SignedOut hadFiles={hadFiles} />}
      {caption && <p className="cw-caption">{caption}</p>}
      {children}
    </Page>
  )
}

/** The heading of a question page whose question is no label of a single field. */
export function Question({ children }: { children: string }) {
  return <h1 className="cw-question">{children}</h1>
}
