// Remix asks for this file. No page loads it: customers' pages and colleagues' pages carry no script.
export {}
