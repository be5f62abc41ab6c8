import type { ReactNode } from 'react'
import type { policyInForce } from '../../doors/console-policy.server.ts'
import { Facts, Tag } from './pieces.tsx'
import { sayDay } from './say-time.ts'

/** The policy in force, as the door gives it. */
export type PolicyInForce = ReturnType<typeof policyInForce>

const factWords: Record<PolicyInForce['document']['said'][number]['name'], string> = {
  version: 'Version',
  approvedOn: 'Approved on',
  approvedBy: 'Approved by',
  effectiveOn: 'In effect from',
  reviewDueOn: 'Its own review due on',
  reviewEveryYears: 'Reviewed every',
}

function sayFact(name: keyof typeof factWords, value: string | number | null): string {
  if (value === null) return 'Not said'
  if (name === 'reviewEveryYears') return `${value} years`
  return name.endsWith('On') ? sayDay(String(value)) : String(value)
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="govuk-heading-m">
        {heading}
      </h2>
      {children}
    </section>
  )
}

/** What the document says of itself, and loudly when its own review date has passed. */
export function DocumentFacts({ document }: { document: PolicyInForce['document'] }) {
  return (
    <Section id="document-heading" heading="The document">
      {document.isPast && (
        <p className="cc-alarm">
          <strong>This document’s own review date has passed.</strong> It stays in force until the landlord
          replaces it.
        </p>
      )}
      <Facts
        rows={[
          ['Landlord', document.landlord],
          ['Title', document.title],
          ...document.said.map(({ name, value, clause }): [string, ReactNode] => [
            factWords[name],
            clause ? `${sayFact(name, value)} (${clause})` : sayFact(name, value),
          ]),
        ]}
      />
    </Section>
  )
}

/** What the landlord decided where its policy is silent, with date and name. */
export function LandlordDecisions({ own }: { own: PolicyInForce['own'] }) {
  return (
    <Section id="own-heading" heading="What the landlord decided itself">
      <p className="govuk-body">
        The document does not settle these, or the landlord chose to be kinder, or Clearway asks for more.
      </p>
      <table className="govuk-table">
        <thead className="govuk-table__head">
          <tr>
            <Head>What</Head>
            <Head>Decided</Head>
            <Head>When and by whom</Head>
          </tr>
        </thead>
        <tbody>
          {own.map(({ what, value, decidedOn, decidedBy }) => (
            <tr key={what}>
              <th scope="row" className="govuk-table__header">
                {what}
              </th>
              <td className="govuk-table__cell">{value}</td>
              <td className="govuk-table__cell">
                {sayDay(decidedOn)}, <bdi>{decidedBy}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Where the document pulls two ways, and how Clearway settles it. */
export function Conflicts({ conflicts }: { conflicts: PolicyInForce['conflicts'] }) {
  return (
    <Section id="conflicts-heading" heading="Where it pulls two ways, and how that is settled">
      {conflicts.map(({ code, about, between, against, resolution }) => (
        <div key={code} className="cc-card">
          <h3 className="govuk-heading-s">{about}</h3>
          <p className="govuk-body">{resolution}</p>
          <p className="cc-small">
            {between.join('; ')}
            {against && ` · against: ${against}`}
          </p>
        </div>
      ))}
    </Section>
  )
}

/** What the document says, part by part, in our own words. */
export function Parts({ parts, silent }: Pick<PolicyInForce, 'parts' | 'silent'>) {
  return (
    <Section id="parts-heading" heading="What it says, in our own words">
      <Facts
        rows={parts.map(({ name, said }): [string, ReactNode] => [
          name,
          <ul key={name} className="govuk-list">
            {said.map(({ text, clause }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
              <li key={at}>
                {text} <span className="cc-small">{clause}</span>
              </li>
            ))}
          </ul>,
        ])}
      />
      {silent.length > 0 && (
        <p className="govuk-body">It says nothing about: {silent.join(', ').toLowerCase()}.</p>
      )}
    </Section>
  )
}

const handlingWords = {
  enforces: ['green', 'Enforces'],
  shows: ['blue', 'Shows'],
  records: ['yellow', 'Records'],
  'left to people': ['grey', 'Left to people'],
} as const

/** Every clause, with what becomes of it. */
export function Clauses({ clauses }: { clauses: PolicyInForce['clauses'] }) {
  return (
    <Section id="clauses-heading" heading="Every clause, and what Clearway does with it">
      <table className="govuk-table">
        <thead className="govuk-table__head">
          <tr>
            <Head>Clause</Head>
            <Head>What it says, in our words</Head>
            <Head>Clearway</Head>
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ clause, gist, handling }) => (
            <tr key={clause}>
              <th scope="row" className="govuk-table__header">
                {clause}
              </th>
              <td className="govuk-table__cell">{gist}</td>
              <td className="govuk-table__cell">
                <Tag colour={handlingWords[handling][0]}>{handlingWords[handling][1]}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="govuk-table__header">
      {children}
    </th>
  )
}
