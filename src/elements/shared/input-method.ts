/** Whether an input method has the key: the Enter that ends a composition is no Enter. Safari says so by 229 alone. */
export const isInputMethods = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;
