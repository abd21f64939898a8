/** Two customers of each test's own: what is open to one of them stays known as long as the page is there. */
export let A = '';
export let B = '';

let tests = 0;
beforeEach(() => {
  tests++;
  A = `wmA${tests}`;
  B = `wmB${tests}`;
});
