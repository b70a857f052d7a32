/** The version of the package, as a constant: reading package.json at run time would cost every start a file. A leaf module. */
export const VERSION = '0.1.0';
