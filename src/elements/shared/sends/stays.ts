import { NEVER_KNOWN } from '../../../events/addressee.js';
import type { SendRecord } from '../../../events/send-record.js';

/** Milliseconds in which a press may still be meant for what stood there before. */
export const SETTLING = 500;

/** Milliseconds in which what a page asks for may follow from what was so before: it may ask its server first, or its user. */
export const FOLLOWED = 1000;

/** Whether it has ended so lately that what a page asks for now may follow from that. It may render in a later task. */
export const hasJustEnded = ({ endedAt }: SendRecord): boolean => performance.now() - (endedAt ?? 0) < SETTLING;

/** The page is being told of something: in this task and the next two, as frameworks render in a task of their own. */
export class Telling {
  private timer: ReturnType<typeof setTimeout> | null = null;

  begin(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.timer = setTimeout(() => (this.timer = null))));
  }

  get isOn(): boolean {
    return this.timer !== null;
  }
}

interface Stay {
  readonly who: string;
  readonly since: number;
}

/** Who was in the chat of late. Who was away for so short a time that nobody can have pressed for the other one was not away. */
export class Stays {
  constructor(private list: readonly Stay[] = []) {}

  /** Somebody is in the chat now. The first one may have been there for ever. */
  begin(who: string): void {
    const { list } = this;
    if (who === NEVER_KNOWN) this.list = [];
    else if (!list.length) this.list = [{ who, since: -Infinity }];
    else if (list[0]?.who !== who) {
      const now = performance.now();
      const settled = list.findIndex(({ since }) => now - since >= FOLLOWED);
      this.list = [{ who, since: now }, ...list.slice(0, settled + 1)];
    }
  }

  /** Who it is now. */
  get who(): string {
    return this.list[0]?.who ?? NEVER_KNOWN;
  }

  /** Since when it is whoever it is now, for whoever could press half a second ago. */
  get since(): number {
    const now = performance.now();
    const [last] = this.list;
    const seen = this.list.find(({ since }) => now - since >= SETTLING);
    return (seen?.who === last?.who ? seen : last)?.since ?? -Infinity;
  }

  /** The same, for whoever could press at any time: who was there for less than half a second was seen by nobody. */
  get sinceSeen(): number {
    const { list, who } = this;
    const isSeen = ({ since }: Stay, at: number): boolean => (list[at - 1]?.since ?? Infinity) - since >= SETTLING;
    const seen = list.filter((stay, at) => stay.who === who || isSeen(stay, at));
    const other = seen.findIndex(stay => stay.who !== who);
    return seen[(other < 0 ? seen.length : other) - 1]?.since ?? -Infinity;
  }

  copy(): Stays {
    return new Stays(this.list);
  }
}
