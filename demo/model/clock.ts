const two = (value: number): string => String(value).padStart(2, '0');

/** `10:42` */
export const hourAndMinute = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** `10:42:07.114` */
export const toTheMillisecond = (date: Date): string =>
  `${hourAndMinute(date)}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
