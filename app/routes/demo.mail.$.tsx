import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { oneMail } from '../doors/demo.server.ts'
import { DemoDocument } from '../parts/console/demo-document.tsx'
import { Facts, Fold, HarmlessHtml, Outside, Words } from '../parts/console/pieces.tsx'
import { sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => oneMail(asked)

export default function OneMail() {
  const mail = useLoaderData<typeof loader>()
  return (
    <DemoDocument title={mail.subject || '(no subject)'}>
      <a href={`/demo/mail?folder=${encodeURIComponent(mail.folder)}`} className="govuk-back-link">
        Mail
      </a>
      <h1 className="govuk-heading-l">
        <Outside>{mail.subject || '(no subject)'}</Outside>
      </h1>
      <Facts
        rows={[
          ['From', <bdi key="from">{mail.from}</bdi>],
          ['To', <bdi key="to">{mail.to}</bdi>],
          ['Date', mail.date && sayInstant(mail.date)],
          ['Files', mail.attachments.length > 0 && <bdi>{mail.attachments.join(', ')}</bdi>],
        ]}
      />
      <Words label="Text of the mail">{mail.text}</Words>
      {mail.html && (
        <Fold summary="See its layout, made harmless">
          <HarmlessHtml html={mail.html} label="Layout of the mail" />
        </Fold>
      )}
      <Fold summary="See its headers">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must be reachable by keyboard */}
        <pre className="cc-pre" tabIndex={0}>
          {mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
        </pre>
      </Fold>
    </DemoDocument>
  )
}
