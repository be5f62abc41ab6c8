import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadWritingPart, saveWritingPart } from '../doors/writing.server.ts'
import { Button, ErrorSummary } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { SignedOut } from '../parts/signed-out.tsx'
import { useSpeak } from '../parts/visit.tsx'
import { By, Formats, Language, Size } from '../parts/writing-questions.tsx'

export { loadWritingPart as loader, saveWritingPart as action } from '../doors/writing.server.ts'

const questions = {
  language: { heading: 'page.writing.language', Fields: Language },
  size: { heading: 'page.writing.size', Fields: Size },
  by: { heading: 'page.writing.by-question', Fields: By },
  formats: { heading: 'page.writing.formats', Fields: Formats },
} as const

export default function WritingPartPage() {
  const t = useSpeak()
  const { part, writing, which } = useLoaderData<typeof loadWritingPart>()
  const { typed, errors = [], isSignedOut = false } = useActionData<typeof saveWritingPart>() ?? {}
  const { heading, Fields } = questions[part]
  return (
    <Page
      heading={t(heading)}
      isHeadingShown={false}
      hasErrors={errors.length > 0}
      back="/your-account/writing"
    >
      <ErrorSummary errors={errors} />
      {isSignedOut && <SignedOut hadFiles={false} />}
      <form method="post" action={`/your-account/writing/${part}`} noValidate>
        <Fields typed={typed} writing={writing} which={which} errors={errors} />
        <Button>{t('page.writing.save')}</Button>
      </form>
    </Page>
  )
}
