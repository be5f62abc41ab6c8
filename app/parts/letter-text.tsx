import { Fragment } from 'react'
import { type Block, cutAtLinks } from '../../words/read-letter.ts'

/** The words of a notice as they were sent, with the headings and lists that are in them. */
export function LetterText({ blocks }: { blocks: Block[] }) {
  return blocks.map((block, at) => <LetterBlock key={at} block={block} />)
}

function LetterBlock({ block }: { block: Block }) {
  if (block.kind === 'heading') return <h2 className="govuk-heading-m">{block.text}</h2>
  if (block.kind === 'list') {
    return (
      <ul className="govuk-list govuk-list--bullet">
        {block.items.map((item, at) => (
          <li key={at}>
            <LetterLine line={item} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <p className="govuk-body">
      {block.lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          <LetterLine line={line} />
        </Fragment>
      ))}
    </p>
  )
}

/** A web address shows itself, and is kept apart from the direction of the words around it. */
function LetterLine({ line }: { line: string }) {
  return cutAtLinks(line).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <a key={at} className="govuk-link" href={part}>
        <bdi dir="ltr">{part}</bdi>
      </a>
    ),
  )
}
