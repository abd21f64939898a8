/** The median of some numbers, with the interval that has it in 95 of 100 cases. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const { length } = sorted;
  const reach = (1.96 * Math.sqrt(length)) / 2;
  const at = place => sorted[Math.min(length - 1, Math.max(0, Math.round(place)))];
  return { value: at((length - 1) / 2), low: at(length / 2 - reach), high: at(length / 2 + reach) };
}

/** What each of our samples is to the other's of the same turn. */
export const ratios = (ours, theirs) => ours.map((value, sample) => value / theirs[sample]);
