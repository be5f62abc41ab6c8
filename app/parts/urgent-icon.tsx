import type { UrgentKind } from '../../rules/urgent-kind.ts'

/** Lines of each drawing, on a field of 24 by 24. */
const drawings: Record<UrgentKind, string> = {
  gas: 'M6 21c-2.5-3 2-6 0-9s2-6 0-9M12 21c-2.5-3 2-6 0-9s2-6 0-9M18 21c-2.5-3 2-6 0-9s2-6 0-9',
  fire: 'M4 20h16M12 2c0 4 6 6 6 11a6 6 0 0 1-12 0c0-2.5 1-4 2.5-5 0 2 1 3 2 3 2.5-3 .5-6 1.5-9zM12 19c-3-2-1.5-4 0-5.5 1.5 1.5 3 3.5 0 5.5',
  danger: 'M12 3 2.5 20h19zM12 9.5v5M12 17v.5',
  power: 'M13 2 5 13.5h6L10 22l9-12h-6.5z',
  water: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11zM9 14.5a3 3 0 0 0 3 3',
  heat: 'M4 7v11M8 7v11M12 7v11M16 7v11M20 7v11M2.5 9h19M2.5 16h19M4 21v-3M20 21v-3',
  lock: 'M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 7.5-2M12 15v2.5',
  toilet: 'M6 3h5v8M4 11h16a6.5 6.5 0 0 1-6 6.5l1 3.5H8l.5-4A6.5 6.5 0 0 1 4 11z',
  other: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7.5 12h.01M12 12h.01M16.5 12h.01',
}

/** A drawing beside the words of a choice. The words say all of it. */
export function UrgentIcon({ kind }: { kind: UrgentKind }) {
  return (
    <svg
      className="cw-icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[kind]} />
    </svg>
  )
}
