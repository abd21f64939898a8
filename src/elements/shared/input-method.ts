/** Whether an input method has the key: the Enter that ends a composition is no Enter. In Safari it comes after the end, with 229. */
export const isInputMethods = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;
