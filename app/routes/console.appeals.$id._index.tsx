import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnAppeal } from '../doors/console-appeal-act.server.ts'
import { appealPage } from '../doors/console-appeals.server.ts'
import { AppealCase, Dialogue, WhatTheySay } from '../parts/console/appeal-case.tsx'
import { AskForm, MayNotHear } from '../parts/console/appeal-forms.tsx'
import { RuleForm, Ruling } from '../parts/console/appeal-rule.tsx'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Trail } from '../parts/console/decision-view.tsx'
import { Banner, Needs, Tag } from '../parts/console/pieces.tsx'
import { sayDaysLeft } from '../parts/console/say-appeal.ts'
import { sayDay, sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => appealPage(asked)
export const action = (asked: ActionFunctionArgs) => actOnAppeal(asked)

export default function Appeal() {
  const found = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>() ?? null
  const { appeal, customer, daysLeft, done } = found
  return (
    <ConsoleDocument title={`Appeal ${appeal.reference}`} hasErrors={fault !== null}>
      <a href="/console/appeals" className="govuk-back-link">
        Appeals
      </a>
      {fault && (
        <div className="govuk-error-summary">
          <div role="alert">
            <h2 className="govuk-error-summary__title">There is a problem</h2>
            <div className="govuk-error-summary__body">
              <ul className="govuk-list govuk-error-summary__list">
                <li>
                  <a href={`#${fault.field}`}>{fault.fault}</a>
                </li>
              </ul>
            </div>
          </div>
        </div>
      )}
      <Done done={done} />
      <h1 className="govuk-heading-l">Appeal {appeal.reference}</h1>
      <p className="govuk-body cc-from">
        {appeal.ruling ? (
          <Tag colour="green">Decided</Tag>
        ) : (
          <Tag colour={daysLeft === null ? 'red' : 'grey'}>{sayDaysLeft(daysLeft)}</Tag>
        )}{' '}
        <a href={`/console/customers/${customer.id}`} className="govuk-link">
          <bdi>{customer.name}</bdi> ({customer.reference})
        </a>
        , lodged {sayInstant(appeal.lodgedAt)}, to be answered by {sayDay(appeal.dueOn)}
      </p>
      <Needs language={customer.language} printPoints={customer.printPoints} />
      {daysLeft === null && !appeal.ruling && (
        <p className="cc-alarm">
          <strong>The customer was promised an answer by {sayDay(appeal.dueOn)}. It is overdue.</strong>
        </p>
      )}
      <div className="cc-two">
        <div>
          <WhatTheySay found={found} />
          <Dialogue found={found} />
        </div>
        <div>
          <AppealCase found={found} />
          {appeal.ruling ? (
            <Ruling found={found} />
          ) : 'no' in found.mayDecide ? (
            <MayNotHear found={found} reasons={found.mayDecide.no} />
          ) : (
            <>
              <AskForm found={found} fault={fault} />
              <RuleForm found={found} fault={fault} />
            </>
          )}
          <Trail trail={found.trail} />
        </div>
      </div>
    </ConsoleDocument>
  )
}

function Done({ done }: { done: string | null }) {
  if (done === 'ask')
    return <Banner kind="success" heading="Asked. The customer is told in the way they chose." />
  if (done === 'rule')
    return (
      <Banner kind="success" heading="Decided. The customer is told in writing.">
        <p className="govuk-body">A restriction that ended with it is obeyed by the very next message.</p>
      </Banner>
    )
  if (done === 'decided-already')
    return (
      <Banner kind="plain" heading="Somebody decided it before you, so nothing changed.">
        <p className="govuk-body">Below you see what they decided.</p>
      </Banner>
    )
  return null
}
