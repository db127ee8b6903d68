/**
 * Stands in for the list of public suffixes (125 kB) that MSW's cookie jar pulls in: our mocks set no cookie and
 * live under `.invalid`, so the last two labels are the domain.
 */
export const getDomain = (host: string): string => host.split('.').slice(-2).join('.');
