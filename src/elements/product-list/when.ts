import { fill, type Words } from '../../locales/words.js';

const MINUTE = 60_000;

/** Whether two moments are of the same day, here. */
const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** When it was sent, as people say it: 「3 分钟前发过」, 「昨天 16:20 发过」. */
export function whenText(at: number, now: number, words: Words): string {
  const minutes = Math.floor((now - at) / MINUTE);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return fill(words.minutesAgo, { n: minutes });
  const then = new Date(at);
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const time = then.toTimeString().slice(0, 5);
  if (sameDay(then, today)) return fill(words.today, { time });
  if (sameDay(then, yesterday)) return fill(words.yesterday, { time });
  return fill(words.onDay, { month: then.getMonth() + 1, day: then.getDate() });
}
