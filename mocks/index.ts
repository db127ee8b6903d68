export { type BackEnd, type BackEndOptions, createBackEnd, type WorldSnapshot } from './back-end.ts';
export { weatherSettings } from './conditions.ts';
export { contracts, fakeServices } from './every-service.ts';
export { type Network, type NetworkOptions, startNetwork } from './network.ts';
export { openNetwork } from './open.ts';
export { applyRecipe, recipeOf } from './recipe.ts';
export type { Answer, FakeService, OperationCall } from './service.ts';
export { type FakeServiceName, type FakeServices, loadServices } from './services.ts';
