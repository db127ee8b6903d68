export { type BackEnd, type BackEndOptions, createBackEnd, type WorldSnapshot } from './back-end.ts';
export { weatherSettings } from './conditions.ts';
export { type Network, type NetworkOptions, startNetwork } from './network.ts';
export { applyRecipe, recipeOf } from './recipe.ts';
export type { Answer, FakeService, OperationCall } from './service.ts';
export { contracts, type FakeServiceName, fakeServices } from './services.ts';
