/** A name is kept as it was written, in the language it was written in. */
type Fact = { label: string; text: string; isName?: boolean }

/** Short facts with their labels, side by side where there is room. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="cw-facts">
      {facts.map(({ label, text, isName }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{isName ? <bdi>{text}</bdi> : text}</dd>
        </div>
      ))}
    </dl>
  )
}
