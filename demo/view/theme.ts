type Theme = 'light' | 'dark';

const system = matchMedia('(prefers-color-scheme: dark)');
const changes = new EventTarget();

/** What the page shows now: the visitor's choice, else the system's. */
export const theme = (): Theme => {
  const { theme: chosen } = document.documentElement.dataset;
  return (chosen as Theme | undefined) ?? (system.matches ? 'dark' : 'light');
};

export function switchTheme(): void {
  document.documentElement.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
  changes.dispatchEvent(new Event('change'));
}

export function onThemeChange(changed: () => void): void {
  system.addEventListener('change', changed);
  changes.addEventListener('change', changed);
}
