import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { markSampled, samplePage } from '../doors/console-sample.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Banner, Outside, Words } from '../parts/console/pieces.tsx'
import { sayChannel } from '../parts/console/say-reason.ts'
import { sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => samplePage(asked)
export const action = (asked: ActionFunctionArgs) => markSampled(asked)

const doneWords: Record<string, string> = {
  urgent: 'Thank you. It is on its way to the urgent desk, and the customer is told.',
  complaint: 'Thank you. It is on its way to the complaints desk, and the customer is told.',
  ordinary: 'Thank you. It stays as it is.',
  'already-read': 'Somebody else has read that one a moment ago. What you pressed changed nothing.',
}

export default function Sample() {
  const { sample, waiting, sampleADay, done } = useLoaderData<typeof loader>()
  const heading = done && Object.hasOwn(doneWords, done) ? doneWords[done] : undefined
  return (
    <ConsoleDocument title="Daily sample">
      {heading && <Banner kind={done === 'already-read' ? 'plain' : 'success'} heading={heading} />}
      <h1 className="govuk-heading-l">Daily sample</h1>
      <p className="govuk-body">
        Each day chance draws up to {sampleADay} of the contacts that were read and recorded as ordinary the
        day before. Somebody else reads them again and does not see how they were marked. So we learn how much
        is missed.
      </p>
      {sample ? (
        <>
          <h2 className="govuk-heading-m">
            {waiting === 1 ? 'One for you' : `The first of ${waiting} for you`}
          </h2>
          <p className="govuk-body">
            <strong>
              <Outside>{sample.subject?.trim() || '(no subject)'}</Outside>
            </strong>
            , {sayChannel(sample.channel).toLowerCase()}, received {sayInstant(sample.receivedAt)}
          </p>
          <Words label="Text of the message">{sample.body?.trim() || '(no text)'}</Words>
          {sample.fileNames.length > 0 && (
            <p className="govuk-body">
              Files that came with it: <Outside>{sample.fileNames.join(', ')}</Outside>
            </p>
          )}
          <form method="post" className="cc-settle">
            <h2 className="govuk-heading-m">What is it?</h2>
            <input type="hidden" name="sample" value={sample.id} />
            <div className="govuk-button-group">
              <button type="submit" name="mark" value="urgent" className="govuk-button govuk-button--warning">
                Urgent
              </button>
              <button type="submit" name="mark" value="complaint" className="govuk-button">
                A complaint
              </button>
              <button
                type="submit"
                name="mark"
                value="ordinary"
                className="govuk-button govuk-button--secondary"
              >
                Ordinary
              </button>
            </div>
          </form>
        </>
      ) : (
        <p className="govuk-inset-text">
          Nothing waits for you. Contacts that you read first are for others.
        </p>
      )}
    </ConsoleDocument>
  )
}
