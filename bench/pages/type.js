/** Letters that are typed before it counts: the engine has compiled what is hot by then, as after the first words of a user. */
const WARM = 40;

/** Types letters, one every other frame. The milliseconds by the clock until they were laid out, without the frames between them. */
async function letters(field, count) {
  let spent = 0;
  for (let letter = 0; letter < count; letter++) {
    if (field.value.length > 40) field.setSelectionRange(20, field.value.length); // the next letter replaces it
    const begin = performance.now();
    document.execCommand('insertText', false, 'a');
    await window.laidOut();
    spent += performance.now() - begin;
    await window.frame();
    await window.frame();
  }
  return spent;
}

/** Types letters into the tenth item, between two marks; the milliseconds by the clock. */
window.typeLetters = async count => {
  const field = await window.begin();
  field.focus();
  await letters(field, WARM);
  performance.mark('begin');
  const spent = await letters(field, count);
  performance.mark('end');
  return spent;
};
