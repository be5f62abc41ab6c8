import { sayDay, sayInstant } from '../../words/speak.ts'
import type { FoundAppeal } from './appeal-progress.tsx'
import { FileList } from './file-list.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** What was asked and what was added since, in its order. */
export function AppealDialogue({ found: { appeal, dialogue } }: { found: FoundAppeal }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  if (dialogue.length === 0) return null
  return (
    <section aria-labelledby="dialogue" className="cw-dialogue">
      <h2 id="dialogue" className="govuk-heading-l">
        {t('page.appeal.dialogue')}
      </h2>
      <ol>
        {dialogue.map(({ id, isOurs, text, writtenAt, files }) => (
          <li key={id} className={isOurs ? 'cw-dialogue__ours' : undefined}>
            <p className="cw-source">
              {t(isOurs ? 'page.appeal.asked-on' : 'page.appeal.wrote-on', {
                day: sayDay(language, writtenAt, now),
              })}
            </p>
            <p className="cw-quote" dir="auto">
              {text}
            </p>
            <FileList files={files} at={`/appeal/${appeal.id}/files`} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Messages that came in another way, under the reference of the appeal. */
export function AppealMessages({ found: { contacts } }: { found: FoundAppeal }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  if (contacts.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.appeal.messages')}</h2>
      <ul className="cw-messages">
        {contacts.map(({ id, channel, receivedAt }) => (
          <li key={id}>
            <a className="govuk-link" href={`/contact-us/sent/${id}`}>
              {sayInstant(language, receivedAt, now)}, {t(`channel.by.${channel}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
