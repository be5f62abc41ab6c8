import { useLoaderData } from '@remix-run/react'
import type { loadHelp } from '../doors/help.server.ts'
import { HoursList } from '../parts/hours.tsx'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { Details, WarningText } from '../parts/pieces.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadHelp as loader } from '../doors/help.server.ts'

export default function Help() {
  const t = useSpeak()
  const { landlord } = useVisit()
  const { emergency, abuse, talk } = useLoaderData<typeof loadHelp>()
  return (
    <Page heading={t('page.foot.help-page')} isSafety>
      <p className="govuk-body-l">{t('page.help.lead')}</p>
      <h2 className="govuk-heading-l">{t('page.help.danger')}</h2>
      <WarningText spoken={t('page.urgent.danger')}>
        {t('page.help.danger-call')} <Phone number={emergency} />
      </WarningText>
      <p className="govuk-body">{t('page.help.danger-speak')}</p>
      <p className="govuk-body">{t('page.help.danger-text')}</p>
      <h2 className="govuk-heading-l">{t('page.help.safe')}</h2>
      <p className="govuk-body">{t('page.help.safe-what')}</p>
      <Lines lines={abuse} />
      <p className="govuk-body">{t('page.help.safe-us')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/urgent">
          {t('page.urgent.button')}
        </a>
      </p>
      <Details summary={t('page.help.history')}>{t('page.help.history-what')}</Details>
      <h2 className="govuk-heading-l">{t('page.help.talk')}</h2>
      <Lines lines={talk} />
      <h2 className="govuk-heading-l">{t('page.help.us')}</h2>
      <p className="govuk-body">{t('page.help.us-what')}</p>
      <p className="govuk-body">
        {t('page.foot.call')} <Phone number={landlord.general} />
      </p>
      <HoursList hours={landlord.hours} />
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.home.contact')}
        </a>
      </p>
      <h2 className="govuk-heading-l">{t('page.help.website')}</h2>
      <p className="govuk-body">{t('page.access.lead')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/accessibility">
          {t('page.foot.access')}
        </a>
      </p>
    </Page>
  )
}

type Line = ReturnType<typeof useLoaderData<typeof loadHelp>>['talk'][number]

/** Lines under the names that they give themselves, in the language of those names. */
function Lines({ lines }: { lines: Line[] }) {
  const t = useSpeak()
  return (
    <ul className="cw-lines">
      {lines.map(({ code, name, phone }) => (
        <li key={phone}>
          <div>
            {name && (
              <bdi className="cw-strong" lang="en">
                {name}
              </bdi>
            )}
            {(code === 'listening' || code === 'health') && <div>{t(`page.help.talk-${code}`)}</div>}
          </div>
          <Phone number={phone} />
        </li>
      ))}
    </ul>
  )
}
