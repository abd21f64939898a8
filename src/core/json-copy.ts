/** A deep copy of what JSON has. It throws for what JSON can't have: a cycle, a BigInt, a getter that throws. */
export const jsonCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
