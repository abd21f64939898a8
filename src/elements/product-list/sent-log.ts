/** Where the page keeps what was sent to whom: `[[customerId, [[productId, milliseconds], …]], …]`, newest first. */
export const SENT_KEY = 'wecom-kf-elements:sent';

const MAX_PRODUCTS = 20;
const MAX_CUSTOMERS = 50;

type Sent = [productId: string, at: number];
type Book = [customerId: string, sent: Sent[]][];

/** For the page's life, and all there is where the storage is closed or the customer unknown (`''`). */
const memory = new Map<string, Sent[]>();

const isSent = (value: unknown): value is Sent =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';

/** What is stored; what can't be read counts as nothing. */
function stored(): Book {
  try {
    const book: unknown = JSON.parse(localStorage.getItem(SENT_KEY) || '[]');
    if (!Array.isArray(book)) return [];
    return book
      .filter(page => Array.isArray(page) && typeof page[0] === 'string' && Array.isArray(page[1]))
      .map(([customer, sent]: [string, unknown[]]) => [customer, sent.filter(isSent)]);
  } catch {
    return [];
  }
}

function store(book: Book): void {
  try {
    localStorage.setItem(SENT_KEY, JSON.stringify(book));
  } catch {
    // closed or full: the memory has it
  }
}

/** One time a product, the latest; newest first. */
function merged(...lists: Sent[][]): Sent[] {
  const latest = new Map<string, number>();
  for (const [id, at] of lists.flat()) latest.set(id, Math.max(at, latest.get(id) || 0));
  return [...latest].sort((a, b) => b[1] - a[1]).slice(0, MAX_PRODUCTS);
}

const storedFor = (customer: string, book: Book): Sent[] => {
  const page = customer && book.find(([id]) => id === customer);
  return page ? page[1] : [];
};

/** When each product was last sent to this customer, newest first. */
export const sentTo = (customer: string): ReadonlyMap<string, number> =>
  new Map(merged(memory.get(customer) || [], storedFor(customer, stored())));

/** Notes that a product was sent. Without a customer's id it is not stored. */
export function recordSent(customer: string, productId: string, at: number): void {
  const book = customer ? stored() : [];
  const sent = merged([[productId, at]], memory.get(customer) || [], storedFor(customer, book));
  memory.set(customer, sent);
  if (!customer) return;
  const others = book.filter(([id]) => id !== customer);
  store([[customer, sent], ...others].slice(0, MAX_CUSTOMERS) as Book);
}

/** The unknown customer may be another one now. */
export const forgetUnknown = (): void => void memory.delete('');
