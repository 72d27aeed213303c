import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nfrom torch.autograd import grad\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('pinn-needs-smooth', code, expected);
const net = (activation: string): string => `${torch}
net = nn.Sequential(nn.Linear(2, 32), ${activation}, nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 1))
`;
const keras = (activation: string): string => `import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Dense(32, activation='${activation}'), tf.keras.layers.Dense(1)])
`;
const twice = `
def residual(x):
    u = net(x)
    u_x = torch.autograd.grad(u, x, torch.ones_like(u), create_graph=True)[0]
    return torch.autograd.grad(u_x[:, 0:1], x, torch.ones_like(u), create_graph=True)[0]
`;

describe('fires', () => {
  test('on ReLU', () => check(net('nn.[|ReLU|]()') + twice, { confidence: 'likely' }));
  test('on leaky ReLU', () => check(net('nn.[|LeakyReLU|]()') + twice));
  test('on ELU as a hint', () => check(`${torch}
net = nn.Sequential(nn.Linear(2, 32), nn.[|ELU|](), nn.Linear(32, 1))
${twice}`, { confidence: 'hint' }));
  test('through a function of the file', () => check(`${net('nn.[|ReLU|]()')}
def gradient(y, x):
    return grad(y, x, torch.ones_like(y), create_graph=True)[0]
def residual(x):
    u = net(x)
    return gradient(gradient(u, x), x)
`));
  test('on a class', () => check(`${torch}
class PINN(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(2, 32), nn.Linear(32, 1)
    def forward(self, x):
        return self.b(torch.[|relu|](self.a(x)))
    def loss(self, x):
        u = self.forward(x)
        u_x = torch.autograd.grad(u.sum(), x, create_graph=True)[0]
        u_xx = torch.autograd.grad(u_x.sum(), x, create_graph=True)[0]
        return (u_xx ** 2).mean()
`));
  test('on nested tapes', () => check(`${keras('[|relu|]')}
def residual(x):
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            u = model(x)
        u_x = inner.gradient(u, x)
    return outer.gradient(u_x, x)
`));
  test('on DeepXDE', () => check(`import deepxde as dde
def pde(x, y):
    return dde.grad.hessian(y, x)
net = dde.nn.FNN([2] + [20] * 3 + [1], "[|relu|]", "Glorot uniform")
`));
});

describe('is silent', () => {
  test('on differences of arrays', () => check(`import numpy as np
${keras('relu')}
def bend(u, x):
    u_x = np.gradient(u, x)
    return np.gradient(u_x, x)
`));
  test('on tanh', () => check(`${torch}
net = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 1))
${twice}`));
  test('on an equation of first order', () => check(`${net('nn.ReLU()')}
def residual(x):
    u = net(x)
    return torch.autograd.grad(u, x, torch.ones_like(u), create_graph=True)[0]
`));
  test('on a gradient penalty', () => check(`${net('nn.ReLU()')}
def penalty(x):
    score = net(x)
    gradients = torch.autograd.grad(score, x, torch.ones_like(score), create_graph=True, retain_graph=True)[0]
    return ((gradients.norm(2, dim=1) - 1) ** 2).mean()
def other(x):
    score = net(x)
    return torch.autograd.grad(score, x, torch.ones_like(score), create_graph=True)[0]
`));
  test('on second derivatives by weights', () => check(`${net('nn.ReLU()')}
def product(loss, v):
    params = list(net.parameters())
    g = torch.autograd.grad(loss, params, create_graph=True)[0]
    return torch.autograd.grad((g * v).sum(), params)
`));
  test('on a product with the Hessian by w', () => check(`${net('nn.ReLU()')}
def product(loss, w, v):
    g = torch.autograd.grad(loss, w, create_graph=True)[0]
    return torch.autograd.grad(g @ v, w)
`));
  test('on a penalty with tapes', () => check(`${keras('relu')}
def step(x):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(x)
            score = model(x)
        gradients = inner.gradient(score, [x])[0]
        loss = tf.reduce_mean((tf.norm(gradients, axis=1) - 1) ** 2)
    return outer.gradient(loss, model.trainable_variables)
`));
  test('where another network is smooth', () => check(`${net('nn.ReLU()')}
smooth = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 1))
${twice}`));
  test('where something else bends it', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(2, 32), nn.Linear(32, 1)
    def forward(self, x):
        return self.b(torch.relu(self.a(x)) * torch.sin(x).sum())
net = Net()
${twice}`));
  test('on tanh in DeepXDE', () => check(`import deepxde as dde
def pde(x, y):
    return dde.grad.hessian(y, x)
net = dde.nn.FNN([2] + [20] * 3 + [1], "tanh", "Glorot uniform")
`));
});
