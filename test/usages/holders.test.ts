import { describe, expect, test } from 'vitest';
import { imports, usagesIn } from './check';
import { run } from './run';

const module = (body: string): string => `class Net(nn.Module):\n    ${body.replaceAll('\n', '\n    ')}\n`;

describe('attributes of self', () => run([
  ['torch', module('def __init__(self):\n    self.act = nn.[|LeakyReLU|](0.2)\ndef forward(self, x):\n    return self.[|act|](x)'),
    'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope=0.2'],
  ['torch', module('def forward(self, x):\n    return self.[|act|](x)\ndef __init__(self):\n    self.act = F.[|gelu|]'), 'gelu', 'gelu'],
  ['torch', module('def __init__(self):\n    self.act = F.[|leaky_relu|]\ndef forward(self, x):\n    return self.[|act|](x, 0.3)'),
    'leaky-relu negativeSlope:0.01', 'leaky-relu negativeSlope=0.3'],
  ['torch', module('act = nn.[|ReLU|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'relu'],
  ['torch', module('act = staticmethod(F.[|silu|])\ndef forward(self, x):\n    return self.[|act|](x)'), 'silu', 'silu'],
  ['torch', module('act: object = F.[|silu|]\ndef forward(self, x):\n    return self.[|act|](x)'), 'silu', 'silu?'],
  ['torch', module('def __init__(self):\n    self.act, self.gate = nn.[|ReLU|](), nn.[|Sigmoid|]()\ndef forward(self, x):\n    return self.[|gate|](self.[|act|](x))'),
    'relu', 'sigmoid', 'sigmoid', 'relu'],
  ['torch', module('def __init__(self, deep):\n    if deep:\n        self.act = nn.[|ReLU|]()\n    else:\n        self.act = nn.[|ReLU|](inplace=True)\ndef forward(self, x):\n    return self.[|act|](x)'),
    'relu', 'relu', 'relu'],
  ['torch', module('def __init__(self):\n    self.act = None\n    self.act = nn.[|ReLU|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'relu'],
  ['torch', module('def __init__(self, use):\n    self.act = nn.[|ReLU|]() if use else None\ndef forward(self, x):\n    return self.[|act|](x) if self.act else x'), 'relu', 'relu'],
  ['torch', `${module('def __init__(self):\n    self.act = nn.[|GELU|]()')}class Deep(Net):\n    def forward(self, x):\n        return self.[|act|](x)\n`, 'gelu', 'gelu'],
  ['torch', `${module('def __init__(self):\n    self.act = nn.[|GELU|]()')}class Deep(Net):\n    def __init__(self):\n        self.act = nn.[|Tanh|]()\n    def forward(self, x):\n        return self.[|act|](x)\n`,
    'gelu', 'tanh', 'tanh'],
  ['torch', module('def __init__(self):\n    self.acts = {"relu": nn.[|ReLU|](), "tanh": nn.[|Tanh|]()}\ndef forward(self, x):\n    return self.acts["[|tanh|]"](x)'), 'relu', 'tanh', 'tanh'],
  ['keras', 'class Block(layers.Layer):\n    def __init__(self):\n        self.act = layers.[|Activation|]("[|relu|]")'.replace('[|Activation|]', 'Activation') + '\n    def call(self, x):\n        return self.[|act|](x)', 'relu', 'relu'],
  ['jax', 'class Net(linen.Module):\n    act: object = linen.[|relu|]\n    def __call__(self, x):\n        return self.[|act|](x)', 'relu', 'relu?'],
  ['torch', module('def __init__(self, use):\n    self.act = nn.[|ReLU|]() if use else nn.[|Identity|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'identity', 'relu?'],
  // More than one activation, another object, or nothing that is known.
  ['torch', module('def __init__(self, deep):\n    if deep:\n        self.act = nn.[|ReLU|]()\n    else:\n        self.act = nn.[|GELU|]()\ndef forward(self, x):\n    return self.act(x)'), 'relu', 'gelu'],
  ['torch', module('def __init__(self, act):\n    self.act = nn.[|ReLU|]()\n    self.act = act\ndef forward(self, x):\n    return self.act(x)'), 'relu'],
  ['torch', module('def __init__(self):\n    self.act = nn.[|ReLU|]()\n    self.act += 1\ndef forward(self, x):\n    return self.act(x)'), 'relu'],
  ['torch', module('def __init__(self):\n    self.net = nn.Sequential(nn.Linear(2, 2), nn.[|ReLU|]())\ndef forward(self, x):\n    return self.net(x)'), 'relu'],
  ['torch', module('def __init__(self):\n    self.block = Block(act_layer=nn.[|ReLU|])\ndef forward(self, x):\n    return self.block(x)'), 'relu'],
  ['torch', module('def __init__(self):\n    self.drop_path = nn.[|Identity|]()\ndef forward(self, x):\n    return self.drop_path(x)'), 'identity'],
  ['torch', module('relu = 3\ndef forward(self, x):\n    return self.relu(x)')],
  ['torch', module('def __init__(self):\n    self.act = nn.[|ReLU|]()\ndef act(self, x):\n    return x\ndef forward(self, x):\n    return self.act(x)'), 'relu'],
  ['torch', module('def __init__(self):\n    self.act = nn.[|ReLU|]()\ndef forward(self, other, x):\n    return other.act(x)'), 'relu'],
  ['torch', `${module('def __init__(self):\n    self.act = nn.[|ReLU|]()\ndef forward(self, x):\n    return self.act(x)')}net = Net()\nnet.act = nn.[|SiLU|]()`, 'relu', 'silu'],
  ['torch', module('def __init__(self):\n    self.act = nn.[|ReLU|]()') + 'class Other(nn.Module):\n    def forward(self, x):\n        return self.act(x)', 'relu'],
  // What a configuration is set to is no layer's, unless it is of a class of the file.
  ['torch', module('def __init__(self, act_fn=nn.[|ReLU|]()):\n    self.act_fn = act_fn\ndef forward(self, x):\n    return self.[|act_fn|](x)') + 'def g(config):\n    config.act_fn = "[|swish|]"\n    self.args.act_fn = nn.[|GELU|]()', 'relu', 'relu?', 'silu?', 'gelu'],
  ['torch', 'class Config:\n    act_fn = nn.[|ReLU|]()\n    def f(self, x):\n        return self.act_fn(x)\nconfig = Config()\nconfig.act_fn = nn.[|GELU|]()', 'relu', 'gelu'],
]));

describe('attributes of self that only the classes give that are derived from one', () => {
  const base = 'class Base(nn.Module):\n    def forward(self, x):\n        return self.[|bend|](x)\n';
  const derived = (name: string, made: string): string => `class ${name}(Base):\n    def __init__(self):\n        self.bend = nn.[|${made}|]()\n`;
  run([
    ['torch', base + derived('Small', 'Tanh') + derived('Large', 'Tanh'), 'tanh?', 'tanh', 'tanh'],
    // One of them has another, and what the base itself is given counts more.
    ['torch', (base + derived('Small', 'Tanh') + derived('Large', 'ReLU')).replace('[|bend|](x)', 'bend(x)'), 'tanh', 'relu'],
    ['torch', (base + derived('Small', 'Tanh')).replace('[|bend|](x)', 'bend(x)').replace('    def forward', '    def __init__(self, bend):\n        self.bend = bend\n    def forward'), 'tanh'],
    ['torch', (base + derived('Small', 'Tanh')).replace('(Base)', '(Other)').replace('[|bend|](x)', 'bend(x)'), 'tanh'],
  ]);
});

describe('what a class hands to a base that keeps it', () => run([
  ['keras', 'class Cell(layers.LSTMCell):\n    def __init__(self, n, **rest):\n        super().__init__(n, activation="[|relu|]", recurrent_activation="[|sigmoid|]", **rest)\n    def call(self, x, states):\n        return self.[|recurrent_activation|](x) * self.[|activation|](x)',
    'relu', 'sigmoid', 'sigmoid', 'relu'],
  ['keras', 'class Cell(layers.GRUCell):\n    def __init__(self, n, activation="[|tanh|]", **rest):\n        super(Cell, self).__init__(n, activation=activation, **rest)\n    def call(self, x, states):\n        return self.[|activation|](x), self.recurrent_activation(x)', 'tanh?', 'tanh?'],
  ['keras', 'class Linear(layers.Dense):\n    def __init__(self, n):\n        super(Linear, self).__init__(n, activation=[|None|], name="x")\nclass Hidden(layers.Dense):\n    def __init__(self, n):\n        super().__init__(n, "[|relu|]")\nclass Net(keras.Model):\n    def __init__(self, n):\n        super().__init__(n, activation=None)', 'identity', 'relu'],
  ['torch', 'class Layer(nn.TransformerEncoderLayer):\n    def __init__(self, d):\n        super().__init__(d, 8, activation=F.[|gelu|])\n    def feed(self, x):\n        return self.[|activation|](self.linear1(x))', 'gelu', 'gelu'],
  ['tensorflow', 'class Layer(layers.Dense):\n    def __init__(self, n):\n        layers.Dense.__init__(self, n, activation=tf.nn.[|silu|])\n    def call(self, x):\n        return self.[|activation|](x)', 'silu', 'silu'],
  // Another base keeps who knows what, and what is not handed on is not known.
  ['keras', 'class Cell(Base):\n    def __init__(self, n):\n        super().__init__(n, activation="[|relu|]")\n    def call(self, x):\n        return self.activation(x)', 'relu?'],
  ['keras', 'class Cell(layers.Dense):\n    def call(self, x):\n        return self.activation(x)'],
  ['keras', 'class Cell(layers.Dense):\n    def __init__(self, n, act):\n        super().__init__(n, activation="[|relu|]")\n        self.activation = act\n    def call(self, x):\n        return self.activation(x)', 'relu'],
]));

describe('what is applied by its method, and fields with a default', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.relu = nn.[|ReLU|]()\n        self.body = nn.Linear(2, 2)\n    def forward(self, x):\n        return self.[|relu|].forward(self.body.forward(x)) + super().forward(x) + nn.Module.forward(self, x)', 'relu', 'relu'],
  ['torch', 'act = nn.[|Tanh|]\nact.forward(layer, x), act.backward(x), nn.ReLU.forward(layer, x)', 'tanh'],
  ['jax', 'import equinox as eqx\nclass Net(eqx.Module):\n    act: Callable = eqx.field(static=True, default=jax.nn.[|relu|])\n    name: str = eqx.field(default="relu")\n    def __call__(self, x):\n        return self.[|act|](x)', 'relu', 'relu?'],
]));

const net = 'class Net(nn.Module):\n    def __init__(self):\n        self.new_act = nn.[|SiLU|]()\n        self.mix = nn.Linear(3, 3)\n';

describe('attributes of an object of which the file has the class', () => run([
  ['torch', `${net}net = Net().to(device)\ny = net.[|new_act|](x), net.mix(x)`, 'silu', 'silu'],
  ['torch', `${net}class Trainer:\n    def __init__(self):\n        self.model = Net()\n    def run(self, x):\n        return self.model.[|new_act|](x)`, 'silu', 'silu'],
  ['torch', `${net}net = load()\ny = net.new_act(x)`, 'silu'],
  ['torch', `${net}net = Net() if new else Other()\ny = net.new_act(x)`, 'silu'],
  ['torch', `${net}net = Net()\nnet.new_act = nn.[|Tanh|]()\ny = net.new_act(x)`, 'silu', 'tanh'],
]));

describe('an object that is given its activation from outside', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.body = nn.Module()\n        self.body.act = nn.[|ELU|](0.5)\n    def forward(self, x):\n        return self.body.[|act|](self.body.fc(x))', 'elu alpha=0.5', 'elu alpha=0.5'],
  ['torch', 'net = nn.Sequential()\nnet.act = nn.[|Tanh|]()\ny = net.[|act|](net.fc(x)), other.act(x)', 'tanh', 'tanh'],
  // Another class, another object, and one that is whatever a caller passes.
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.body.act = nn.[|ELU|]()\nclass Other(nn.Module):\n    def forward(self, x):\n        return self.body.act(x)', 'elu alpha:1'],
  ['torch', 'net = load()\nnet.act = nn.[|Tanh|]()\nnet = load()\ny = net.act(x)', 'tanh'],
  ['torch', 'def f(net, x):\n    net.act = nn.[|Tanh|]()\n    return net.act(x)', 'tanh'],
  ['torch', 'net = load()\nnet.act = nn.[|Tanh|]()\nnet.act = nn.[|ReLU|]()\ny = net.act(x)', 'tanh', 'relu'],
]));

describe('properties that give an activation', () => run([
  ['torch', module('@property\ndef act(self):\n    return nn.[|SiLU|]()\n@functools.cached_property\ndef gate(self):\n    return F.[|gelu|]\ndef forward(self, x):\n    return self.[|act|](x) * self.[|gate|](x)'), 'silu', 'gelu', 'silu', 'gelu'],
  ['torch', module('@property\ndef act(self):\n    if self.soft:\n        return nn.[|SiLU|]()\n    return nn.[|ReLU|]()\ndef forward(self, x):\n    return self.act(x)'), 'silu', 'relu'],
]));

describe('what is handed on to what applies it', () => run([
  ['torch', module('def __init__(self):\n    self.act = nn.[|GELU|]()\ndef forward(self, x):\n    x = checkpoint(self.[|act|], self.fc(x), use_reentrant=False)\n    return list(map(self.[|act|], x)), log(self.act, x)'), 'gelu', 'gelu', 'gelu'],
  // A project's own matrix takes the function behind the values.
  ['torch', module('def __init__(self):\n    self.act = torch.[|sigmoid|]\n    self.wide = np.vectorize(self.[|act|])\ndef forward(self, x):\n    return Matrix.map(x, self.[|act|]), log(x, self.act)'), 'sigmoid', 'sigmoid', 'sigmoid'],
]));

describe('what an object keeps that is mapped over an axis and called', () => run([
  ['jax', 'import equinox as eqx\nclass Net(eqx.Module):\n    fc: eqx.nn.Linear\n    act: Callable = jax.nn.[|silu|]\n    def __call__(self, x):\n        x = jax.vmap(self.[|act|])(jax.vmap(self.fc)(x)) + eqx.filter_vmap(jax.vmap(self.[|act|]))(x)\n        return jax.vmap(self.act), log(jax.vmap(self.act), x), jax.vmap(self.fc, self.act)(x)', 'silu', 'silu?', 'silu?'],
]));

describe('hidden values that are kept from falling below 0', () => run([
  ['torch', 'y = [|x.mm(w1).clamp(min=0)|].mm(w2)\nz = x.mm(w1).clamp(min=1).mm(w2), x.mm(w1).clamp(min=0)', 'relu?'],
  ['torch', module('def forward(self, x):\n    h = [|self.fc1(x).clamp(min=0)|]\n    return self.fc2(h)'), 'relu?'],
  ['torch', module('def forward(self, position_ids):\n    return self.position_embeddings(position_ids.clamp(min=0))')],
]));

describe('what an object hands to another that it makes', () => run([
  ['torch', module('def __init__(self):\n    self.relu = nn.[|ReLU|]()\n    self.way = Highway(128, self.[|relu|])\n    raise ValueError(self.relu)'), 'relu', 'relu'],
  ['torch', module('def __init__(self, act):\n    self.relu = act or nn.[|ReLU|]()\n    self.way = Highway(128, self.relu), log(self.relu), MAX(self.relu)'), 'relu'],
]));

describe('tables in tables', () => run([
  ['torch', 'tables = {"hidden": {"relu": nn.[|ReLU|]}, "out": dict(sigmoid=nn.[|Sigmoid|])}\na = tables["hidden"]["[|relu|]"]()\nb = tables["out"]["[|sigmoid|]"]()\nc = tables[kind]["relu"](), tables["out"]["relu"]()\n[|b|](x)', 'relu', 'sigmoid', 'relu', 'sigmoid', 'sigmoid'],
]));

describe('what is taken out of options, with what applies where they say nothing', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self, **kwargs):\n        activation = kwargs.pop("activation", nn.[|ReLU|])\n        self.act = kwargs.get("act", nn.[|GELU|]())\n        self.net = nn.Sequential([|activation|]())\n    def forward(self, x):\n        return self.[|act|](x)', 'relu', 'gelu', 'relu?', 'gelu?'],
  ['torch', 'make = kwargs.pop("head", nn.[|ReLU|])\nx = make()', 'relu'],
]));

describe('layers that were made before, put in a row', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.relu1 = nn.[|ReLU|]()\n        act = nn.[|LeakyReLU|](0.2)\n        self.net = nn.Sequential(self.conv1, self.[|relu1|], self.pool, [|act|])\n        self.rest = nn.Sequential([self.[|relu1|]])',
    'relu', 'leaky-relu negativeSlope=0.2', 'relu', 'leaky-relu negativeSlope=0.2', 'relu'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.relu1 = nn.[|ReLU|]()\n        self.names = log(self.relu1)', 'relu'],
  ['torch', 'act = nn.[|GELU|]()\nlayers = [nn.Linear(3, 3), [|act|]]\nlayers += [nn.Linear(3, 3), [|act|], drop]\nlayers.append([|act|])\nself.layers.append(other)', 'gelu', 'gelu', 'gelu', 'gelu'],
  ['torch', 'act = nn.[|GELU|]()\nnet = nn.Sequential(OrderedDict([("conv", conv), ("act", [|act|])]))\nlayers.append(("act", [|act|]))\nlog([("act", act)])', 'gelu', 'gelu', 'gelu'],
  ['torch', 'act = nn.[|GELU|]()\nlog.append(act)\npair = [act, 3]\nshown = [act, len(act)]', 'gelu'],
  ['torch', 'class Unet(nn.Module):\n    def __init__(self, outer):\n        uprelu = nn.[|ReLU|](True)\n        upnorm = nn.BatchNorm2d(3)\n        if outer:\n            upconv = nn.ConvTranspose2d(3, 3, 4)\n            up = [[|uprelu|], upconv, nn.[|Tanh|]()]\n        else:\n            upconv = spectral_norm(nn.ConvTranspose2d(3, 3, 4))\n            up = [[|uprelu|], upconv]\n        self.net = nn.Sequential(*down, *up, *[[|uprelu|]])',
    'relu', 'relu', 'tanh', 'relu', 'relu'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.relu = nn.[|ReLU|]()\n    def forward(self, x):\n        for part in [self.conv, self.[|relu|]]:\n            x = part(x)\n        return [self.relu, x]', 'relu', 'relu'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, act=nn.[|SiLU|](), make=nn.[|ReLU|]):\n        self.act = act\n        self.net = nn.Sequential(nn.Linear(3, 3), [|act|], make)\n        mlp = [nn.Linear(3, 3), [|act|]]\n        mlp.append([|act|])\n        some.append(self.[|act|])\n        block = Block(3, act_layer=act)',
    'silu', 'relu', 'silu?', 'silu?', 'silu?', 'silu?'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        act = nn.[|ELU|]()\n        self.net.add_module("act", [|act|])\n        self.net.add_hook("act", act)', 'elu alpha:1', 'elu alpha:1'],
  ['torch', module('def __init__(self):\n    self.end = nn.Sequential(nn.[|Sigmoid|]())\n    self.two = nn.Sequential(nn.[|Tanh|](), nn.[|ReLU|]())\n    self.more = nn.Sequential(nn.[|Tanh|]())\n    self.more.append(nn.Linear(3, 3))\ndef forward(self, x):\n    return self.[|end|](self.two(self.more(x)))'),
    'sigmoid', 'tanh', 'relu', 'tanh', 'sigmoid'],
  ['torch', 'act = nn.[|GELU|]()\nx = nn.Parameter(w)\npair = [act, x]\nshow(*[act, 3])', 'gelu'],
  ['torch', 'def f(n):\n    act_d = nn.[|Sigmoid|]()\n    d = [nn.Linear(n, n)]\n    d.append([|act_d|])\n    e = [n]\n    e.append(act_d)\n    return d', 'sigmoid', 'sigmoid'],
  // A function is applied there as it is; what a class is made into nobody says.
  ['torch', 'def mlp(act=torch.[|tanh|], make=nn.[|ReLU|], other=F.[|elu|]):\n    layers = [nn.Linear(3, 4), [|act|], make]\n    return Block(layers, act=other)', 'tanh', 'relu', 'elu alpha:1', 'tanh?'],
  ['nothing', 'from mine import *\nclass Base(torch.nn.Module):\n    def __init__(self):\n        self.act = torch.[|tanh|]\nclass Net(Base):\n    def __init__(self, act=torch.[|tanh|]):\n        self.conv = Conv(3, act=self.[|act|])\n        self.other = Conv(3, act=act)', 'tanh?', 'tanh?', 'tanh?'],
]));

describe('variables', () => run([
  ['torch', 'act = nn.[|ReLU|]()\ny = [|act|](x)', 'relu', 'relu'],
  ['torch', 'def f(x):\n    act = nn.[|ELU|](0.5)\n    return [|act|](x)', 'elu alpha=0.5', 'elu alpha=0.5'],
  ['torch', 'act = nn.[|ReLU|]()\ndef f(x):\n    return [|act|](x)', 'relu', 'relu'],
  ['torch', 'act = lambda x: F.[|leaky_relu|](x, 0.2)\n[|act|](y)', 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'from functools import partial as p\nact = p(nn.[|LeakyReLU|], 0.2)\n[|act|]()', 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'import functools\nact = functools.partial(F.[|leaky_relu|], negative_slope=0.2)\n[|act|](x)', 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'if fast:\n    act = nn.[|ReLU|]()\nelse:\n    act = nn.[|ReLU|](True)\n[|act|](x)', 'relu', 'relu', 'relu'],
  ['keras', 'act = layers.[|LeakyReLU|](0.1)\nx = [|act|](x)', 'leaky-relu negativeSlope=0.1', 'leaky-relu negativeSlope=0.1'],
  ['keras', 'act = keras.activations.get("[|tanh|]")\n[|act|](x)', 'tanh', 'tanh'],
  ['torch', 'if fast:\n    act = nn.[|ReLU|]()\nelse:\n    act = nn.[|GELU|]()\nact(x)', 'relu', 'gelu'],
  ['torch', 'for act in [nn.[|ReLU|](), nn.[|GELU|]()]:\n    act(x)', 'relu', 'gelu'],
  ['torch', 'act = nn.[|ReLU|]()\ndef f(act, x):\n    return act(x)', 'relu'],
  ['torch', 'y = nn.[|ReLU|]()(x)\ny(3)', 'relu'],
  ['torch', 'y = F.[|relu|](x)\ny(3)', 'relu'],
  ['torch', 'act = lambda x: x.[|softmax|](dim=-1)\n[|act|](y)', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['torch', 'from layers import act as acts\nend = lambda x: acts.[|leaky_relu|](x, 0.2)\nBlock(8, act=[|end|]), Block(8, name=end)', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'act = lambda x: other.[|softmax|](dim=-1)\nact(y)\ntotal = lambda x: x.sum()\ntotal(y)', 'softmax? temperature:1'],
  ['torch', 'act = lambda x: x + F.[|relu|](x)\nact(y)', 'relu'],
  ['torch', 'act = lambda x: F.[|relu|](bias + x)\nact(y)', 'relu'],
]));

describe('parameters', () => run([
  ['torch', module('def __init__(self, act_layer=nn.[|GELU|]):\n    self.act = [|act_layer|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'gelu', 'gelu?', 'gelu?'],
  ['torch', 'def f(x, act=F.[|relu|]):\n    return [|act|](x)', 'relu', 'relu?'],
  ['torch', 'def f(x, act=None):\n    act = act or F.[|relu|]\n    return [|act|](x)', 'relu', 'relu?'],
  ['torch', 'def f(x, act=None):\n    if act is None:\n        act = nn.[|ReLU|]()\n    return [|act|](x)', 'relu', 'relu?'],
  ['torch', 'def f(x, act_layer=nn.[|LeakyReLU|]):\n    return [|act_layer|](0.2)(x)', 'leaky-relu negativeSlope:0.01', 'leaky-relu? negativeSlope=0.2'],
  ['torch', module('def __init__(self, act_layer=nn.[|ReLU|]):\n    self.act = create_act_layer(act_layer, inplace=True)\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'relu?'],
  ['torch', module('def __init__(self, act="[|silu|]"):\n    self.act = get_activation(act)\ndef forward(self, x):\n    return self.[|act|](x)'), 'silu?', 'silu?'],
  ['torch', module('def __init__(self, act=None):\n    act = default(act, nn.[|GELU|])\n    self.act = [|act|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'gelu', 'gelu?', 'gelu?'],
  ['torch', module('default_act = nn.[|SiLU|]()\ndef __init__(self, act=True):\n    self.act = self.default_act if act is True else act if isinstance(act, nn.Module) else nn.[|Identity|]()\ndef forward(self, x):\n    return self.[|act|](x)'),
    'silu', 'identity', 'silu?'],
  ['torch', 'ACTS = {"gelu": nn.[|GELU|], "relu": nn.[|ReLU|]}\ndef f(act="[|gelu|]"):\n    if act in ACTS:\n        act = ACTS[act]\n    return [|act|]()', 'gelu', 'relu', 'gelu?', 'gelu?'],
  ['torch', module('def __init__(self, act="[|relu|]"):\n    act = get_activation(act)\n    self.act = act\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu?', 'relu?'],
  ['torch', 'def f(x, act="[|relu|]"):\n    act = of_mine(act)\n    return act(x)', 'relu?'],
  ['torch', 'def f(x, act="[|relu|]"):\n    act = act.upper()\n    act_fn = get_activation(act)\n    return act_fn(x)', 'relu?'],
  ['torch', 'def f(x, act="[|relu|]"):\n    if fast:\n        act = get_activation("[|gelu|]")\n    act_fn = get_activation(act)\n    return act_fn(x)', 'relu?', 'gelu?'],
  ['torch', 'def f(x, act):\n    act_fn = get_activation(act)\n    return act_fn(x)'],
  ['torch', 'def f(x, act):\n    return act(x)'],
  ['torch', 'def f(x, act=None):\n    return act(x)'],
  ['torch', 'def f(x, act):\n    if fast:\n        act = nn.[|ReLU|]()\n    return act(x)', 'relu'],
  ['torch', 'def f(x, relu: nn.ReLU = None):\n    return relu(x)'],
]));

describe('tables and names that are looked up', () => run([
  ['torch', 'ACTS = {"relu": nn.[|ReLU|], "leaky": nn.[|LeakyReLU|](0.2)}\nACTS["[|relu|]"]()\nACTS["[|leaky|]"](x)',
    'relu', 'leaky-relu negativeSlope=0.2', 'relu', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'ACTS = dict(fast=F.[|relu|])\nact = ACTS["[|fast|]"]\n[|act|](x)', 'relu', 'relu', 'relu'],
  ['torch', 'ACTS = {"relu": nn.[|ReLU|]}\nACTS.get("[|relu|]")()', 'relu', 'relu'],
  ['torch', 'nn.ModuleDict({"relu": nn.[|ReLU|]()})["[|relu|]"](x)', 'relu', 'relu'],
  ['torch', 'acts = nn.ModuleDict([["relu", nn.[|ReLU|]()], ["prelu", nn.[|PReLU|]()]])\nacts["[|prelu|]"](x)', 'relu', 'prelu a:0.25', 'prelu a:0.25'],
  ['torch', 'A = {"a": nn.[|ReLU|]}\nB = {**A, "b": nn.[|GELU|]}\nB["[|a|]"], B["[|b|]"]', 'relu', 'gelu', 'relu', 'gelu'],
  ['torch', 'getattr(nn, "[|GELU|]")()', 'gelu'],
  ['torch', 'act = getattr(F, "[|relu|]")\n[|act|](x)', 'relu', 'relu'],
  ['torch', 'getattr(torch, "[|sigmoid|]")(x)', 'sigmoid'],
  ['torch', 'getattr(F, "[|elu|]")(x, 0.5)', 'elu alpha=0.5'],
  ['torch', 'class Acts:\n    @staticmethod\n    def sigmoid(x):\n        return [|1 / (1 + torch.exp(-x))|]\n    def name(x):\n        return x\nclass Net:\n    def __init__(self, activation="[|sigmoid|]", other="name"):\n        self.f = getattr(Acts, activation)\n        self.g = getattr(self, activation)\n        self.h = getattr(Acts, other)\n    def forward(self, x):\n        return self.[|f|](x) + self.g(x) + self.h(x)', 'sigmoid?', 'sigmoid?', 'sigmoid?'],
  ['torch', 'from mylib import activations\nfrom mylib import layers\ngetattr(activations, "[|softmax|]")(x)\ngetattr(activations, "name")(x), getattr(layers, "softmax")(x)', 'softmax? temperature:1'],
  ['torch', 'getattr(nn, "[|LeakyReLU|]")(negative_slope=0.2)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'ACTS = {"lrelu": nn.[|LeakyReLU|]}\nACTS["[|lrelu|]"](0.3)', 'leaky-relu negativeSlope:0.01', 'leaky-relu negativeSlope=0.3'],
  ['torch', 'getattr(nn, "[|Mish|]", nn.[|SiLU|])', 'mish', 'silu'],
  ['torch', 'nn.__dict__["[|ReLU|]"](), vars(F)["[|relu|]"](x)', 'relu', 'relu'],
  ['torch', 'self.act = get_act_layer("[|silu|]")()', 'silu?'],
  ['torch', module('def __init__(self):\n    self.act = get_activation("[|gelu|]")\ndef forward(self, x):\n    return self.[|act|](x)'), 'gelu?', 'gelu?'],
  ['transformers', 'ACT2FN.get("[|gelu_new|]")', 'gelu-tanh'],
  ['transformers', 'act = ACT2FN["[|silu|]"]\n[|act|](x)', 'silu', 'silu'],
  ['torch', 'ACT2FN = {"gelu": nn.[|ReLU|]()}\nACT2FN["[|gelu|]"](x)', 'relu', 'relu'],
  // A key that is no literal, another table, another object.
  ['torch', 'ACTS = {"relu": nn.[|ReLU|]}\nACTS[name]()\nACTS["gelu"]()\nOTHERS["relu"]', 'relu'],
  ['torch', 'getattr(F, name)(x)\ngetattr(self, "relu")(x)\ngetattr(nn, "Linear")'],
  ['torch', 'def getattr(a, b): pass\ngetattr(nn, "GELU")'],
  ['torch', 'sizes = {"relu": 3}\nsizes["relu"]'],
  ['torch', 'get_layer("relu")\nget_activation_dim("relu")'],
]));

describe('tables of activations with their derivatives', () => run([
  ['torch', 'ACTS = {"relu": (F.[|relu|], step), "tanh": (torch.[|tanh|], lambda x: 1 - x ** 2)}\nf, slope = ACTS["[|tanh|]"]\nslope([|f|](x))\ng = ACTS["[|relu|]"][0]\n[|g|](x)', 'relu', 'tanh', 'tanh', 'tanh', 'relu', 'relu'],
  ['torch', `ACTS = {"relu": [F.[|relu|], step], "tanh": [torch.[|tanh|], step]}\n${module('def __init__(self, act="[|tanh|]"):\n    self.act, self.slope = ACTS[act]\ndef forward(self, x):\n    return self.slope(self.[|act|](x))')}`, 'relu', 'tanh', 'tanh?', 'tanh?'],
  ['torch', 'ACTS = {"relu": (F.[|relu|], step)}\npair = ACTS.get("relu")\n[|pair|][0](x), pair[1](x)', 'relu', 'relu'],
  // A key that is not known, what no table has, and what takes any number.
  ['torch', 'ACTS = {"relu": (F.[|relu|], step)}\nf, slope = ACTS[name]\nf(x)\ng, *rest = ACTS["[|relu|]"]\ng(x)\nh, k = ACTS["tanh"]\nh(x)\nSIZES = {"relu": (3, F.[|relu|])}\nn, m = SIZES["relu"]', 'relu', 'relu', 'relu'],
]));

const rows = (made: string, used: string): string => module(`def __init__(self):\n    self.acts = ${made}\ndef forward(self, x):\n    ${used}`);

describe('rows', () => run([
  ['torch', rows('[nn.[|ReLU|]()]', 'return self.[|acts|][0](x)'), 'relu', 'relu'],
  ['torch', rows('nn.ModuleList([nn.[|ReLU|](), nn.[|Tanh|]()])', 'return self.[|acts|][-1](self.[|acts|][0](x))'), 'relu', 'tanh', 'tanh', 'relu'],
  ['torch', rows('nn.ModuleList([nn.[|PReLU|]() for _ in range(3)])', 'return self.[|acts|][i](x)'), 'prelu a:0.25', 'prelu a:0.25'],
  ['torch', rows('nn.ModuleList([nn.[|ReLU|]()] * 3)', 'for fc, act in zip(self.fcs, self.acts):\n        x = [|act|](fc(x))'), 'relu', 'relu'],
  ['torch', rows('[nn.[|ReLU|]()]', 'for i, (fc, act) in enumerate(zip(self.fcs, self.acts)):\n        x = [|act|](fc(x))'), 'relu', 'relu'],
  ['torch', rows('nn.ModuleDict({"a": nn.[|ReLU|](), "b": nn.[|ReLU|]()})', 'for name, act in self.acts.items():\n        x = [|act|](x)'), 'relu', 'relu', 'relu'],
  ['torch', rows('nn.Sequential(nn.Linear(2, 2), nn.[|ReLU|]())', 'return self.[|acts|][1](self.acts[0](x))'), 'relu', 'relu'],
  ['torch', 'acts = [nn.[|ReLU|]] * 2\nmore = [nn.[|Tanh|]] * n\nMlp(3, act_layer=[|acts|][1])\nMlp(3, act_layer=[|more|][0])\nMlp(3, act_layer=acts[2])\nMlp(3, act_layer=more[2])', 'relu', 'tanh', 'relu', 'tanh'],
  ['torch', 'acts = [nn.[|ReLU|]] * 2\nfns = [nn.[|ReLU|], nn.[|Tanh|]]\nMlp(3, act_layer=[|acts|][0])\nMlp(3, act_layer=[|fns|][-1])\nMlp(3, act_layer=fns[i], size=acts[0])', 'relu', 'relu', 'tanh', 'relu', 'tanh'],
  ['torch', 'ACTS = {"relu": nn.[|ReLU|]}\nMlp(3, act_layer=ACTS["[|relu|]"])', 'relu', 'relu'],
  ['torch', rows('nn.ModuleList()\n    for _ in range(3):\n        self.acts.append(nn.[|GELU|]())', 'return self.[|acts|][i](x)'), 'gelu', 'gelu'],
  ['torch', 'acts = [nn.[|ReLU|](), nn.[|GELU|]()]\nys = [act(x) for act in acts]\nzs = [[|act|](x) for act in acts[:1]]'.replace('[[|act|]', '[act'), 'relu', 'gelu'],
  ['torch', rows('nn.ModuleList([nn.[|GELU|]() for _ in range(3)][:-1])', 'for act in self.acts[1:]:\n        x = [|act|](x)\n    return self.[|acts|][i](x)'), 'gelu', 'gelu', 'gelu'],
  ['torch', rows('nn.ModuleList([nn.[|ReLU|](), nn.[|GELU|](), nn.[|GELU|]()])', 'for a in self.acts[1:]:\n        x = [|a|](x)\n    for b in self.acts[::2]:\n        x = b(x)\n    for c in self.acts[n:]:\n        x = c(x)'), 'relu', 'gelu', 'gelu', 'gelu'],
  // Different activations, other layers, rows that may hold more.
  ['torch', rows('nn.ModuleList([nn.[|ReLU|](), nn.[|Tanh|]()])', 'return self.acts[i](x)'), 'relu', 'tanh'],
  ['torch', rows('nn.ModuleList([nn.Linear(2, 2), nn.[|ReLU|]()])', 'for layer in self.acts:\n        x = layer(x)'), 'relu'],
  ['torch', rows('nn.Sequential(*layers, nn.[|ReLU|]())', 'return self.acts[0](x)'), 'relu'],
  ['torch', rows('nn.ModuleList([nn.[|ReLU|]()])\n    self.acts.extend(others)', 'return self.acts[0](x)'), 'relu'],
  ['torch', rows('nn.ModuleList([nn.[|ReLU|]()])\n    self.acts.append(nn.Linear(2, 2))', 'for layer in self.acts:\n        x = layer(x)'), 'relu'],
  ['torch', rows('[nn.[|ReLU|]()]', 'return self.acts[1](x)'), 'relu'],
]));

const lookup = 'def get_activation(name="[|relu|]", slope=0.1):\n    if name == "relu":\n        return nn.[|ReLU|]()\n    elif name in ("lrelu", "leaky"):\n        return nn.[|LeakyReLU|](0.2)\n    raise ValueError(name)\n';
const inLookup = ['relu?', 'relu', 'leaky-relu negativeSlope=0.2'];

describe('functions of the file that give an activation', () => run([
  ['torch', `${lookup}act = get_activation("[|leaky|]")\ny = [|act|](x)`, ...inLookup, 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope=0.2'],
  ['torch', `${lookup}act = [|get_activation|]()\ny = [|act|](x)`, ...inLookup, 'relu', 'relu'],
  ['torch', `${lookup}${module('def __init__(self, act="[|lrelu|]"):\n    self.act = get_activation(act)\ndef forward(self, x):\n    return self.[|act|](x)')}`, ...inLookup, 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope=0.2'],
  ['torch', `${lookup}act = get_activation(name)\ny = act(x)\nget_activation("elu")`, ...inLookup],
  ['torch', 'def default_act():\n    return nn.[|SiLU|](inplace=True)\nact = [|default_act|]()\ny = [|act|](x)', 'silu', 'silu', 'silu'],
  ['torch', 'def act_by(name):\n    return {"relu": nn.[|ReLU|], "gelu": nn.[|GELU|]}[name.lower()]\nact = act_by("[|GELU|]")()\ny = [|act|](x)', 'relu', 'gelu', 'gelu', 'gelu'],
  ['torch', 'def act_by(name):\n    return getattr(F, name)\nact = act_by("[|tanh|]")\ny = [|act|](x)', 'tanh', 'tanh'],
  ['torch', 'def act_by(name):\n    name = name.strip().lower()\n    if name == "relu":\n        act = nn.[|ReLU|]()\n    else:\n        act = nn.[|ELU|]()\n    return act\nact = act_by(" ReLU")\ny = act(x)'.replace('(" ReLU")', '("[| ReLU|]")').replace('y = act', 'y = [|act|]'), 'relu', 'elu alpha:1', 'relu', 'relu'],
  ['torch', 'def act_by(name):\n    if isinstance(name, str):\n        return getattr(nn, name)()\n    return name\nact = act_by("[|ELU|]")\ny = [|act|](x)\nother = act_by(nn.[|GELU|]())\nz = [|other|](x)', 'elu alpha:1', 'elu alpha:1', 'gelu', 'gelu'],
  ['torch', 'def act_by(name):\n    match name:\n        case "relu" | "rectifier":\n            return F.[|relu|]\n        case _:\n            return F.[|gelu|]\nact = act_by("[|rectifier|]")\ny = [|act|](x)', 'relu', 'gelu', 'relu', 'relu'],
  ['torch', 'def act_by(name):\n    if name == "swish":\n        def swish(x):\n            return x * F.[|silu|](x)\n        return swish\n    return F.[|relu|]\nact_by("swish")', 'silu', 'relu'],
  ['torch', module('def make(self, name):\n    return nn.[|ReLU|]() if name == "relu" else nn.[|GELU|]()\ndef __init__(self):\n    self.act = self.make("[|relu|]")\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'gelu', 'relu', 'relu'],
  ['torch', 'def act_by(name):\n    if name is None:\n        return None\n    try:\n        return ACTS[name]()\n    except KeyError:\n        raise ValueError(name)\nACTS = {"relu": nn.[|ReLU|]}\nact_by("[|relu|]")\nact_by(None)', 'relu', 'relu'],
  // More than one activation, something else, or computed values.
  ['torch', 'def act_by(deep):\n    if deep:\n        return nn.[|ReLU|]()\n    return nn.[|GELU|]()\nact = act_by(flag)\ny = act(x)', 'relu', 'gelu'],
  ['torch', 'def block(x):\n    return F.[|relu|](x)\ny = block(x)', 'relu'],
  ['torch', 'def block(n):\n    return nn.Sequential(nn.Linear(n, n), nn.[|ReLU|]())\nb = block(3)\ny = b(x)', 'relu'],
  ['torch', 'def act_by(name):\n    for key, value in ACTS.items():\n        if key == name:\n            return value\n    return nn.[|ReLU|]()\nact_by("elu")', 'relu'],
  ['torch', 'def f(name):\n    return f(name) if name else g(name)\ndef g(name):\n    return f(name)\nf("relu")'],
]));

describe('defined where the library does not have it', () => run([
  ['torch', 'def of_mine(x):\n    return [|x / (1 + torch.exp(-x))|]\nif old:\n    silu = [|of_mine|]\nelse:\n    silu = F.[|silu|]\nTABLE = {"swish": [|silu|]}', 'silu?', 'silu?', 'silu', 'silu'],
  ['torch', 'if old:\n    silu = F.[|relu|]\nelse:\n    silu = F.[|silu|]\nTABLE = {"swish": silu}', 'relu', 'silu'],
  ['torch', 'if hasattr(F, "relu"):\n    relu = F.[|relu|]\nelse:\n    def relu(x):\n        return [|x * (x > 0)|]\ny = [|relu|](x)\nblock(act=[|relu|])', 'relu', 'relu?', 'relu', 'relu'],
  ['torch', 'if hasattr(F, "relu"):\n    relu = F.[|relu|]\nelse:\n    def relu(x):\n        return x * 2\ny = [|relu|](x)\nblock(act=[|relu|])', 'relu', 'relu?', 'relu?'],
  ['torch', 'GELU = nn.[|GELU|] if hasattr(nn, "GELU") else OfMine\nact = [|GELU|]()', 'gelu', 'gelu?'],
  ['torch', 'GELU = nn.[|GELU|] if hasattr(nn, "GELU2") else OfMine\nact = GELU()', 'gelu'],
]));

const chosen = 'self.act = F.[|relu|] if act == "relu" else F.[|gelu|]';
const branches = 'if act == "relu":\n        self.act = F.[|relu|]\n    elif act == "gelu":\n        self.act = F.[|gelu|]\n    else:\n        self.act = act';

describe('what conditions choose by default', () => run([
  ['torch', module(`def __init__(self, act="[|relu|]"):\n    ${chosen}\ndef forward(self, x):\n    return self.[|act|](x)`), 'relu?', 'relu', 'gelu', 'relu?'],
  ['torch', module(`def __init__(self, act="[|gelu|]"):\n    ${branches}\ndef forward(self, x):\n    return self.[|act|](x)`), 'gelu?', 'relu', 'gelu', 'gelu?'],
  ['torch', module('def __init__(self, fast=False):\n    if fast:\n        self.act = nn.[|ReLU|]()\n    else:\n        self.act = nn.[|GELU|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'gelu', 'gelu?'],
  ['torch', 'def f(x, act="[|relu|]"):\n    if act == "relu":\n        act = F.[|relu|]\n    else:\n        act = F.[|gelu|]\n    return [|act|](x)', 'relu?', 'relu', 'gelu', 'relu?'],
  ['torch', 'def f(x, act="[|relu|]"):\n    act = F.[|relu|] if act == "relu" else F.[|gelu|]\n    return [|act|](x)', 'relu?', 'relu', 'gelu', 'relu?'],
  ['torch', module('def __init__(self, gated=True):\n    if gated:\n        if wide:\n            self.act = nn.[|SiLU|]()\n        else:\n            self.act = nn.[|SiLU|](inplace=True)\n    else:\n        self.act = nn.[|ReLU|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'silu', 'silu', 'relu', 'silu?'],
  // No default, another default, a test of something else, a value that is changed before it is asked for.
  ['torch', module(`def __init__(self, act):\n    ${chosen}\ndef forward(self, x):\n    return self.act(x)`), 'relu', 'gelu'],
  ['torch', module(`def __init__(self, act="[|tanh|]"):\n    ${branches}\ndef forward(self, x):\n    return self.act(x)`), 'tanh?', 'relu', 'gelu'],
  ['torch', module(`def __init__(self, act="[|relu|]"):\n    act = act.strip("r")\n    ${chosen}\ndef forward(self, x):\n    return self.act(x)`), 'relu?', 'relu', 'gelu'],
  ['torch', module('def __init__(self, act="[|relu|]"):\n    if deep:\n        self.act = nn.[|ReLU|]()\n    else:\n        self.act = nn.[|GELU|]()\ndef forward(self, x):\n    return self.act(x)'), 'relu?', 'relu', 'gelu'],
]));

describe('clauses that another name is asked for', () => run([
  ['keras', 'def block(x, act="[|relu|]"):\n    if act == "relu":\n        x = layers.[|ReLU|]()(x)\n    elif act is not None:\n        x = layers.Activation(act)(x)\n    return x', 'relu?', 'relu'],
  ['keras', 'def block(x, act="[|relu|]"):\n    if act == "relu":\n        return layers.[|ReLU|]()(x)\n    return layers.Activation(act)(x)\ndef other(x, act="[|relu|]"):\n    if act == "elu":\n        return layers.[|ELU|]()(x)\n    return layers.[|Activation|](act)(x)\ndef third(x, shape=None, act="[|relu|]"):\n    if shape is None:\n        raise ValueError(act)\n    return layers.[|Activation|](act)(x)', 'relu?', 'relu', 'relu?', 'elu alpha:1', 'relu?', 'relu?', 'relu?'],
  ['keras', 'def block(x, act="[|relu|]", use=False):\n    if use and act is not None:\n        x = layers.[|Activation|](act)(x)\n    return x', 'relu?', 'relu?'],
  ['keras', 'def block(x, act="[|relu|]"):\n    if act == "leaky":\n        x = layers.[|LeakyReLU|](0.1)(x)\n    else:\n        x = layers.[|Activation|](act)(x)\n    return x', 'relu?', 'leaky-relu negativeSlope=0.1', 'relu?'],
]));

describe('what is applied by its method', () => run([
  ['torch', module('def __init__(self):\n    self.act = nn.[|GELU|]()\ndef forward(self, x):\n    return self.[|act|].forward(x), self.act.backward(x), self.forward(x), super().forward(x)'), 'gelu', 'gelu'],
  ['torch', 'softmax = nn.[|Softmax|](dim=0)\ny = [|softmax|].forward(x)\nnn.Softmax.forward(x)\nlayer.forward(x)', 'softmax temperature:1', 'softmax temperature:1'],
]));

describe('parameters that callers may leave out', () => run([
  ['torch', module('def __init__(self, act_layer=nn.[|ReLU|], force_act_layer=None):\n    act_layer = force_act_layer or act_layer\n    self.act = [|act_layer|]()\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu', 'relu?', 'relu?'],
  ['torch', 'def f(x, act=None):\n    return (act or F.[|gelu|])(x)\ndef g(x, act=None, other=3):\n    act = act or other or nn.[|GELU|]\n    return act()(x)', 'gelu', 'gelu'],
  ['torch', 'def pick(act=None):\n    return act or nn.[|GELU|]()\na = [|pick|]()\nb = pick(nn.[|ReLU|]())\nb(x)', 'gelu', 'gelu?', 'relu'],
]));

const byAttribute = 'def get_act(self):\n    if self.kind == "silu":\n        return nn.[|SiLU|]()\n    return nn.[|ReLU|]()';

describe('methods that choose by what an attribute was given', () => run([
  ['torch', module(`def __init__(self, kind="silu"):\n    self.kind = kind\n    self.net = nn.Sequential(nn.Linear(3, 3), self.[|get_act|]())\n${byAttribute}`), 'silu?', 'silu', 'relu'],
  ['torch', module(`def __init__(self):\n    self.kind = "gelu"\n    self.net = nn.Sequential(nn.Linear(3, 3), self.[|get_act|]())\n${byAttribute}`), 'relu', 'silu', 'relu'],
  // No default, or another value later.
  ['torch', module(`def __init__(self, kind):\n    self.kind = kind\n    self.net = nn.Sequential(nn.Linear(3, 3), self.get_act())\n${byAttribute}`), 'silu', 'relu'],
  ['torch', module(`def __init__(self, kind="silu"):\n    self.kind = kind\n    self.kind = read(kind)\n    self.net = nn.Sequential(nn.Linear(3, 3), self.get_act())\n${byAttribute}`), 'silu', 'relu'],
]));

const within = (call: string): string => `def f(kind="silu", other="b"):\n    def get_act():\n        if kind == "silu":\n            return nn.[|SiLU|]()\n        return nn.[|ReLU|]()\n    ${call}`;

describe('functions that choose by what the function around them was given', () => run([
  ['torch', within('return nn.Sequential(nn.Linear(3, 3), [|get_act|]())'), 'silu', 'relu', 'silu?'],
  ['torch', within('return [|get_act|]()\nact = f("elu")\ny = act(x)'), 'silu', 'relu', 'silu?'],
  ['torch', within('kind = read()\n    return nn.Sequential(nn.Linear(3, 3), get_act())'), 'silu', 'relu'],
]));

describe('text that is evaluated', () => run([
  ['torch', module('def __init__(self, act="[|ReLU|]"):\n    self.act = eval(f"nn.{act}()")\n    self.net = nn.Sequential(eval(f"nn.{[|act|]}()"))\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu?', 'relu?', 'relu?'],
  ['torch', 'def block(act="[|nn.SiLU()|]", act_layer="[|torch.nn.GELU|]"):\n    return Block(eval([|act|]), act=eval([|act_layer|]), out=eval("[|nn.Tanh()|]"))', 'silu?', 'gelu', 'silu?', 'gelu?', 'tanh'],
  ['torch', 'def f(x, act="[|relu|]"):\n    return eval(f"F.{[|act|]}")(x)', 'relu?', 'relu?'],
  // Unknown, of no module, formatted, more than a name.
  ['torch', module('def __init__(self, act="[|Tanh|]", act_fn="[|relu|]"):\n    self.a = eval("nn." + act + "()")\n    self.b = eval("F.%s" % act_fn)\n    self.net = nn.Sequential(eval("nn.{}()".format([|act|])), eval("nn.modules.activation." + [|act|])())\ndef forward(self, x):\n    return self.[|a|](self.[|b|](x))'),
    'tanh?', 'relu?', 'tanh?', 'tanh?', 'tanh?', 'relu?'],
  ['torch', 'def f(n, act="[|Tanh|]"):\n    return Block(eval("mine." + act + "()"), eval("nn.%s(%s)" % (act, n)), eval("nn.{}{}".format(act, n)), eval(n + act), eval("nn." * act), eval("nn.{}".format()))', 'tanh?'],
  ['torch', module('def __init__(self, flag):\n    self.a = F.[|relu|] if flag else [|lambda x: x|]\n    if flag:\n        self.b = nn.[|ELU|]()\n    else:\n        self.b = lambda x: x\n    self.c = lambda x: x\ndef forward(self, x):\n    return self.c(self.[|b|](self.[|a|](x)))'.replace('[|lambda x: x|]', 'lambda x: x')),
    'relu', 'elu alpha:1', 'elu? alpha:1', 'relu?'],
  // What the file imports, defines or binds.
  ['keras', 'from keras.layers import ReLU, Softmax\ndef decode(x, act="[|ReLU|]"):\n    layer = eval(act)\n    x = [|layer|](name="a")(x)\n    return eval("[|layers.Softmax|]")()(x)', 'relu?', 'relu?', 'softmax temperature:1'],
  ['torch', 'def sigmoid(x):\n    return [|1 / (1 + torch.exp(-x))|]\nrelu6 = nn.[|ReLU6|]()\ny = eval("[|sigmoid|]")(eval("[|relu6|]")(x))', 'sigmoid?', 'relu6', 'sigmoid?', 'relu6'],
  ['torch', 'from torch.nn import ReLU\ndef f(x, mode="ReLU", size="Linear"):\n    ReLU = 3\n    return eval(mode)(x), eval(size)(x), eval("ReLU(x)"), eval("torch")'],
  ['torch', 'def f(x, n, act="[|ReLU|]"):\n    return Block(eval(n), eval(f"nn.{n}()"), eval(f"mine.{act}()"), eval(f"nn.{act:>8}()"), eval(f"nn.{act}({n})"), eval("nn.Linear"), eval(f""))', 'relu?'],
]));

describe('what is bound again and again in one block', () => run([
  ['torch', 'def net(x):\n    act = nn.[|ReLU|]()\n    x = [|act|](x)\n    act = nn.[|Tanh|]()\n    return [|act|](x)', 'relu', 'relu', 'tanh', 'tanh'],
  // Only where a condition chooses, where a function runs later, and where something unknown is bound.
  ['torch', 'def net(x, deep):\n    act = nn.[|ReLU|]()\n    if deep:\n        act = nn.[|Tanh|]()\n    return act(x)', 'relu', 'tanh'],
  ['torch', 'def net(x):\n    y = act(x)\n    act = nn.[|ReLU|]()\n    f = lambda z: act(z)\n    act = make(act)\n    return act(x)', 'relu'],
]));

describe('what is bound anew at once', () => run([
  ['torch', 'act = nn.[|Tanh|]\nact = nn.[|ReLU|]\nnet = nn.Sequential([|act|]())', 'tanh', 'relu', 'relu'],
  ['torch', 'act = nn.[|Tanh|]\nnet = nn.Sequential(act())\nact = nn.[|ReLU|]\n', 'tanh', 'relu'],
  ['torch', 'act = nn.[|Tanh|]\nother = nn.[|ReLU|]\nact = nn.[|ReLU|]\nact()', 'tanh', 'relu', 'relu'],
]));

describe('lookups by what a parameter is given where a caller leaves it out', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self, act_config=None):\n        if act_config is None:\n            act_config = dict(type="[|ReLU|]")\n        self.act = build_activation(config=act_config)\n    def forward(self, x):\n        return self.[|act|](x)', 'relu?', 'relu?'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, act=None, fast=False):\n        if fast:\n            act = "[|gelu|]"\n        self.act = get_activation(act)\n    def forward(self, x):\n        return self.act(x)', 'gelu?'],
]));

describe('lookups by what a parameter or attribute holds', () => run([
  ['torch', module('def __init__(self, args):\n    self.act = get_activation_fn(activation=getattr(args, "activation_fn", "[|relu|]"))\n    self.gate = get_activation(args.get("gate_act", "[|silu|]"))\n    self.name = get_activation(args.get("relu"))\ndef forward(self, x):\n    return self.[|act|](x) * self.[|gate|](x) + self.name(x)'), 'relu?', 'silu?', 'relu?', 'silu?'],
  ['torch', 'def block(n, act="[|silu|]"):\n    return nn.Sequential(nn.Linear(n, n), [|get_activation|](act))', 'silu?', 'silu?'],
  ['torch', module('def __init__(self, act="[|silu|]"):\n    self.act_name = act\n    self.act = get_activation(self.act_name)\n    self.net = nn.Sequential([|build_activation|](self.act_name, inplace=True))\ndef forward(self, x):\n    return self.[|act|](x)'), 'silu?', 'silu?', 'silu?'],
  ['torch', 'def block(act="[|ReLU|]"):\n    return nn.Sequential(getattr(nn, [|act|])())', 'relu?', 'relu?'],
  // What a table has under its key by default, unless the file gives that key another value.
  ['torch', module('def __init__(self, act_cfg=dict(type="[|ReLU|]"), norm_cfg={"type": "LayerNorm"}):\n    self.act = getattr(nn, [|act_cfg.pop("type")|])()\n    self.norm = getattr(nn, norm_cfg.pop("type"))(8)\ndef forward(self, x):\n    return self.norm(self.[|act|](x))'), 'relu?', 'relu?', 'relu?'],
  ['torch', module('def __init__(self, act_cfg={"type": "[|Tanh|]"}):\n    self.act = getattr(nn, [|act_cfg["type"]|])()\n    self.kept = getattr(nn, act_cfg["type"])\n    self.other = getattr(nn, act_cfg["kind"])()\ndef forward(self, x):\n    return self.[|act|](x)'), 'tanh?', 'tanh?', 'tanh?'],
  ['torch', module('def __init__(self, act_cfg={"type": "[|Tanh|]"}):\n    act_cfg["type"] = "ELU" if deep else "Tanh"\n    self.act = getattr(nn, act_cfg["type"])()\ndef forward(self, x):\n    return self.act(x)'), 'tanh?'],
  ['torch', 'act_cfg = dict(type="[|ReLU|]", inplace=True)\nact = getattr(nn, [|act_cfg.pop("type")|])()\ny = [|act|](x)\nz = getattr(nn, act_cfg.pop("type", None))()', 'relu?', 'relu?', 'relu?'],
  ['torch', module('def __init__(self, act="[|ReLU|]", options={}):\n    self.act = getattr(nn, [|act|])(**options)\n    self.kept = getattr(nn, act)\ndef forward(self, x):\n    return self.[|act|](x)'), 'relu?', 'relu?', 'relu?'],
  ['torch', 'def f(x, act="[|leaky_relu|]"):\n    return getattr(F, [|act|])(x, 0.2), getattr(x, act)(3)', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope=0.2'],
  ['torch', 'def f(x, act="[|GELU|]"):\n    act = getattr(F, act.lower())\n    return [|act|](x)\ndef g(x, act="[|GELU|]"):\n    return [|get_activation|](act.lower())(x), getattr(nn, act.lower())', 'gelu?', 'gelu?', 'gelu?', 'gelu?'],
  ['torch', 'def block(n, act="[|ReLU|]"):\n    return Layer(n, getattr(nn, [|act|]))', 'relu?', 'relu?'],
  ['transformers', 'def block(n, act="[|gelu|]"):\n    return Layer(n, act=[|ACT2FN|][act])', 'gelu?', 'gelu?'],
  ['torch', `${lookup}def block(n, act="[|relu|]"):\n    return nn.Sequential(nn.Linear(n, n), [|get_activation|](act))`, ...inLookup, 'relu?', 'relu?'],
  ['torch', `${lookup}def block(x, act="[|RELU|]"):\n    return [|get_activation|](act.lower())(x)`, ...inLookup, 'relu?', 'relu?'],
  // Kept for later, of an unknown name, or no lookup.
  ['torch', 'def block(n, act):\n    return nn.Sequential(nn.Linear(n, n), get_activation(act))'],
  ['torch', 'def block(n, act="[|relu|]"):\n    log(get_name(act))\n    return Block(n, describe(act))', 'relu?'],
  ['torch', module('def __init__(self, act="[|silu|]"):\n    self.act_name = act\n    self.act_name = act.lower()\n    self.net = nn.Sequential(get_activation(self.act_name))'), 'silu?'],
]));

test('a later call says what it was bound to, and where it stands', () => {
  const text = `${imports.torch}class Net(nn.Module):\n    def __init__(self):\n        self.act = nn.GELU()\n    def forward(self, x):\n        return self.act(x)\n`;
  const [, usage] = usagesIn(text);
  expect(usage).toMatchObject({ form: 'instance', certainty: 'resolved', symbol: 'torch.nn.GELU', framework: 'pytorch', scope: 'Net.forward' });
  expect(text.slice(usage!.expression.start, usage!.expression.end)).toBe('self.act(x)');
});

/** A machine that is busy with other things must not fail what is about growth. */
const patient = 60_000;

test('long chains of variables cost no more than their length', () => {
  const chain = Array.from({ length: 2_000 }, (_, place) => `a${place + 1} = a${place}\na${place + 1}(x)`).join('\n');
  expect(usagesIn(`import torch\na0 = torch.nn.ReLU()\n${chain}`).length).toBeGreaterThan(0);
  const chained = `class A(torch.nn.Module):\n    def f(self, x):\n${Array.from({ length: 500 }, (_, place) => `        self.act = self.act or torch.relu if ${place} else self.act\n        self.act(x)`).join('\n')}`;
  expect(usagesIn(`import torch\n${chained}`)).not.toHaveLength(0);
}, patient);

describe('functions that are compiled, mapped, or made a layer', () => run([
  ['nothing', 'import equinox as eqx\nimport jax\nimport jax.nn as jnn\nclass Net(eqx.Module):\n    def __init__(self):\n        self.act = eqx.nn.Lambda(jnn.[|relu|])\n        self.out = jax.vmap(jnn.[|softplus|], in_axes=1)\n    def __call__(self, x):\n        return self.[|out|](self.[|act|](x))', 'relu', 'softplus beta:1 threshold:100', 'softplus beta:1 threshold:100', 'relu'],
  ['torch', 'act = torch.jit.script(nn.[|GELU|]())\ny = [|act|](x)', 'gelu', 'gelu'],
  ['tensorflow', 'act = layers.Activation(tf.nn.[|relu|])\nout = layers.Lambda(tf.nn.[|tanh|])\ny = [|out|]([|act|](x))', 'relu', 'tanh', 'tanh', 'relu'],
  // What applies it at once holds none.
  ['torch', 'from torch.utils.checkpoint import checkpoint\ny = checkpoint(F.[|relu|], x)\ny(3)', 'relu'],
  ['torch', 'act = compile(F.[|relu|])\nact(x)', 'relu'],
]));

describe('arguments that hold an activation', () => run([
  ['torch', 'act = nn.[|LeakyReLU|](0.1)\nblock(act=[|act|]), block([|act|](x), other=act)', 'leaky-relu negativeSlope=0.1', 'leaky-relu negativeSlope=0.1', 'leaky-relu negativeSlope=0.1'],
  ['torch', module('def __init__(self):\n    self.relu = nn.[|ReLU|]()\n    self.block = Block(activation=self.[|relu|])'), 'relu', 'relu'],
  ['tensorflow', 'def net(x):\n    activation_fn = [|leaky|]\n    return conv(x, activation_fn=[|activation_fn|]), conv(x, activation_fn=[|leaky|])\ndef leaky(x):\n    return [|tf.maximum(0.1 * x, x)|]',
    'leaky-relu? negativeSlope:0.1', 'leaky-relu? negativeSlope:0.1', 'leaky-relu? negativeSlope:0.1', 'leaky-relu? negativeSlope=0.1'],
  ['keras', 'act = layers.[|ReLU|](6.0)\nlayers.Activation([|act|]), layers.Dense(3, [|act|]), layers.Conv2D(act, 3)\ndef f(layers):\n    layers.Activation([|act|])', 'relu6', 'relu6', 'relu6', 'relu6'],
  ['keras', 'def get_swish(**kwargs):\n    def swish(x):\n        if new(kwargs):\n            return keras.ops.[|silu|](x)\n        return other(x)\n    return [|swish|]\ndef net(**kwargs):\n    activation = [|get_swish|](**kwargs)\n    block(activation=[|activation|])',
    'silu', 'silu?', 'silu?', 'silu?'],
  ['torch', 'relu = nn.[|ReLU|]()\ndef f(x, act_fn=[|relu|], other=relu, nonlinearity: Act = [|relu|]):\n    block(nonlinearity=[|relu|])', 'relu', 'relu', 'relu', 'relu'],
  // What a caller may change, several, or none.
  ['torch', 'def f(act=nn.[|ReLU|]()):\n    return block(act=act)', 'relu'],
  ['torch', 'act = nn.[|ReLU|]() if deep else nn.[|GELU|]()\nblock(act=act)', 'relu', 'gelu'],
  ['torch', 'act = None\nblock(act=act)'],
]));

describe('strings by position, where the file itself says what they are', () => run([
  ['keras', 'def model(activation, units):\n    return layers.Dense(units, activation=activation)\nmodel("[|sigmoid|]", 3), model("relu", activation="[|tanh|]")'.replace('"relu"', 'name'), 'sigmoid?', 'tanh?'],
  ['torch', 'class Block(nn.Module):\n    def __init__(self, size, activation=None):\n        pass\nBlock(3, "[|relu|]"), Block("relu", 3)', 'relu?'],
  ['torch', module('def block(self, size, act):\n    pass\ndef __init__(self):\n    self.block(3, "[|elu|]")\n    other.block(3, "elu")'), 'elu? alpha:1'],
  ['torch', 'def init_weights(tensor, activation):\n    pass\ninit_weights(w, "relu")\ndef gain_of(activation):\n    pass\ngain_of("relu")'],
  ['torch', 'def save(name, mode):\n    pass\nsave("relu", "sigmoid")'],
  ['torch', 'class Act(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, input, act_func, p):\n        return run(input, act_func)\nx = Act.apply(x, "[|tanh|]", p)\nx = Act.apply(x, p, "tanh")\nx = Other.apply(x, "tanh")', 'tanh?'],
  ['torch', 'class Act(torch.autograd.Function):\n    @staticmethod\n    def forward(input, act_func):\n        return run(input, act_func)\n    @staticmethod\n    def setup_context(ctx, inputs, output):\n        pass\nx = Act.apply(x, "[|tanh|]")', 'tanh?'],
  ['keras', 'SpikingActivation("[|relu|]", dt=1), Activations("relu"), Spiking("relu")', 'relu?'],
]));

describe('sizes of layers with the activation behind each', () => run([
  ['torch', 'net = hgfp.Net([512, "[|tanh|]", 512, "[|tanh|]"])', 'tanh?', 'tanh?'],
  ['torch', 'net = hgfp.Net(["128", "0.1", "[|relu|]", "128", "0.1", "[|elu|]"])', 'relu?', 'elu? alpha:1'],
  ['torch', 'show(["relu", 3, "tanh", 4])\nshow([3, "relu", "tanh"])\nshow([512, "tanh", 512, "adam"])\nshow(["a", "tanh", "b", "tanh"])\nshow([512, "tanh"])'],
]));

describe('rows that give the units of a layer and what activates them', () => run([
  ['keras', 'for n, act in [(64, "[|relu|]"), (32, "[|linear|]"), [1, "[|sigmoid|]"]]:\n    model.add(layers.Dense(n, activation=act))', 'relu?', 'identity?', 'sigmoid?'],
  ['torch', 'net = MyNet((2, "[|linear|]"), (3, "[|tanh|]"))\nspec = [("dense", 64, "[|relu|]"), ("dropout", 0.5), ("dense", 10, "[|softmax|]")]', 'identity?', 'tanh?', 'relu?', 'softmax? temperature:1'],
  ['torch', 'a = [(0, "relu"), (1, "tanh")]\nb = [(1, "relu"), (2, "tanh")]\nc = [(4, "relu")]\nd = [(4, "linear"), (8, "identity")]\ne = [(4, "relu"), (8, "loss")]\nf = [("dense", "relu")]\nshow((4, "relu"), (8, "tanh"))'],
  ['torch', 'Genotype(recurrent=[("[|tanh|]", 0), ("[|relu|]", 1), ("[|relu|]", 1), ("[|identity|]", 2)])\nlayers = [("[|relu|]", 64), ("[|softmax|]", 10)]', 'tanh?', 'relu?', 'relu?', 'identity?', 'relu?', 'softmax? temperature:1'],
  ['torch', 'net = Net([(x.shape[0], "[|relu|]"), (n_hidden, "[|tanh|]"), (1, "[|sigmoid|]")])', 'relu?', 'tanh?', 'sigmoid?'],
  ['torch', 'sizes = [(x_size, "relu"), (y_size, "tanh")]\ncurves = [(y, "relu"), (3, "tanh")]\nheld = [(x.shape[0], "relu")]'],
  ['torch', 'accuracies = [("relu", 0.93), ("tanh", 0.91)]\ncodes = [("relu", 0), ("tanh", 1)]\nkinds = [("relu", 64), ("conv", 64)]\nwords = [("linear", 3), ("identity", 8)]'],
]));

describe('lists of activations', () => run([
  ['keras', 'activations = ["[|tanh|]"] * 3 + ["[|linear|]"]\nNet(output_activations=["[|linear|]"])', 'tanh?', 'identity?', 'identity?'],
  ['keras', 'activation_list[-1] = "[|sigmoid|]"\nsettings["act"] = "[|relu|]"\nmodes[0] = "relu"\nact_by[name] = "relu"', 'sigmoid?', 'relu?'],
  ['tensorflow', 'self.activation = [tf.nn.[|tanh|]] * 3 + [tf.[|identity|]]\nself.tensors = [tf.identity]', 'tanh', 'identity?'],
  ['tensorflow', 'self._activations.append(tf.[|identity|])\nself.tensors.append(tf.identity)', 'identity?'],
  ['nothing', `${'import numpy as np\n# A neural network: hidden layers, a softmax and backpropagation of weights.\n'}from activation import identity\nif activation is None:\n    activation = [|identity|]\nmatrix = identity`, 'identity?'],
  ['keras', 'modes = ["tanh", "linear"]'],
  ['nothing', 'from project import Settings\nactivations = ["[|tanh|]", "[|sigmoid|]", "[|linear|]"]\ninit = ["glorot_normal", "glorot_uniform"]\nSettings(activations=activations)', 'tanh?', 'sigmoid?', 'identity?'],
  ['nothing', 'from collections import namedtuple\ngame = Game(input_size=3, output_size=2, activation="[|tanh|]")', 'tanh?'],
  ['nothing', 'import tensorlayer as tl\nact = tl.act.[|htanh|]', 'hard-tanh? min~-1 max~1'],
  ['nothing', 'from project import Settings\nactivations = ["[|tanh|]", "[|sigmoid|]"]\nSettings(activations=activations)', 'tanh?', 'sigmoid?'],
  ['nothing', 'from project import Actor\nactor_activations = ("[|tanh|]", "[|linear|]")\nActor(actor_activations)', 'tanh?', 'identity?'],
  ['nothing', 'from project import Agent\nactor = {"layers": (25, 1), "activations": ("[|tanh|]", "[|tanh|]"), "learning_rate": 2}\nAgent(actor)', 'tanh?', 'tanh?'],
  ['nothing', 'from project import Plot\nactivation = ("tanh" if smooth else "step")\nPlot(activation)'],
  ['nothing', 'from project import Settings\nnames = ["tanh", "sigmoid"]\nSettings(functions=names)'],
]));

describe('methods of the tensors of two libraries', () => run([
  ['torch', 'from tinygrad import Tensor\np = (logits / t).[|softmax|](), logits.[|softmax|](dim=1)', 'softmax? temperature:1', 'softmax? temperature:1'],
]));

describe('where the words of one library stand in a file of another', () => run([
  ['nothing', 'import mindspore.nn as nn\nBertConfig(hidden_act="[|gelu|]")', 'gelu-tanh?'],
  // A text names what the file has under that name.
  ['nothing', 'from mindspore import nn\nMlp(act="[|nn.GELU|]"), Mlp(act_layer=eval("[|nn.GELU|]"))\neval("[|nn.GELU|]")(approximate=False)', 'gelu-tanh?', 'gelu-tanh', 'gelu'],
  ['nothing', 'from paddle import nn\nMlp(act="[|nn.GELU|]"), Mlp(act="nn.SiLU")', 'gelu?'],
  ['nothing', 'import torch, mindspore\nMlp(act="[|nn.GELU|]"), Mlp(act_layer=eval("[|torch.nn.GELU|]"))', 'gelu?', 'gelu'],
  ['torch', 'Net(init_nonlinearity="relu", hidden_nonlinearity="[|relu|]")', 'relu?'],
]));

const modules = 'class Block(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n';

describe('the parts of a table of modules, by their names', () => run([
  ['torch', `${modules}        self.mlp = nn.ModuleDict(dict(fc=nn.Linear(n, n), act=nn.[|GELU|]()))\n        m = self.mlp\n        self.f = lambda x: m.[|act|](m.fc(x))\n    def forward(self, x):\n        return self.mlp.[|act|](self.mlp.fc(x))`, 'gelu', 'gelu', 'gelu'],
  ['torch', `${modules}        self.mlp = nn.ModuleDict({"fc": nn.Linear(n, n), "act": nn.[|SiLU|]()})\n    def forward(self, x):\n        return self.mlp.[|act|](self.mlp.fc(x))`, 'silu', 'silu'],
  // What a plain table has is no attribute of it, and another table may have another part.
  ['torch', `${modules}        self.mlp = dict(fc=nn.Linear(n, n), act=nn.[|GELU|]())\n        self.head = nn.ModuleDict(dict(fc=nn.Linear(n, n)))\n    def forward(self, x):\n        return self.mlp.act(self.head.act(x))`, 'gelu'],
]));

describe('what the fields of an annotated configuration have by default', () => {
  const config = 'ACTS = {"relu": nn.[|ReLU|], "silu": nn.[|SiLU|]}\nclass Config:\n    act: str = "[|silu|]"\n    act_fn: type = nn.[|Mish|]\n    kind: str = "gelu"\n';
  const net = (made: string, taken = 'cfg: Config'): string => `${config}class Net(nn.Module):\n    def __init__(self, ${taken}):\n        self.cfg = cfg\n        self.f = ${made}\n    def forward(self, x):\n        return self.f(x)\n`;
  const kept = ['relu', 'silu', 'silu?', 'mish'];
  run([
    ['torch', net('[|ACTS|][cfg.act]()').replace('self.f(x)', 'self.[|f|](x)'), ...kept, 'silu?', 'silu?'],
    ['torch', net('cfg.[|act_fn|]()', 'cfg: Optional[Config] = None').replace('self.f(x)', 'self.[|f|](x)'), ...kept, 'mish?', 'mish?'],
    ['torch', net('nn.[|ReLU|]() if cfg.kind == "relu" else nn.[|GELU|]()').replace('self.f(x)', 'self.[|f|](x)'), ...kept, 'relu', 'gelu', 'gelu?'],
    ['torch', net('None').replace('self.f(x)', 'getattr(F, self.cfg.[|act|])(x)'), ...kept, 'silu?'],
    ['torch', `${config}def make(c: Config):\n    return [|ACTS|][c.act]()\nf = make(Config(act="[|relu|]"))\ny = f(x)`, ...kept, 'silu?', 'relu?'],
    // Of another class, of none, or of what is bound again.
    ['torch', net('ACTS[cfg.act]()', 'cfg: Other'), ...kept],
    ['torch', net('ACTS[cfg.act]()', 'cfg'), ...kept],
    ['torch', net('ACTS[cfg.act]()').replace('self.cfg = cfg', 'cfg = cfg or load()'), ...kept],
  ]);
});

describe('what a namespace keeps', () => run([
  ['torch', `${modules}        self.hparams = SimpleNamespace(width=n, act_fn=nn.[|GELU|])\n    def build(self):\n        return nn.Sequential(nn.Linear(2, 2), self.hparams.[|act_fn|]())`, 'gelu', 'gelu'],
  ['torch', 'act_fn_by_name = {"tanh": nn.[|Tanh|], "relu": nn.[|ReLU|]}\nclass Net(nn.Module):\n    def __init__(self, name="relu"):\n        self.hparams = SimpleNamespace(act_fn_name=name, act_fn=[|act_fn_by_name|][name])\n    def build(self):\n        return nn.Sequential(nn.Linear(2, 2), self.hparams.[|act_fn|]())', 'tanh', 'relu', 'relu?', 'relu?'],
  ['torch', 'from mine.acts import act_fn_by_name\nclass Net(nn.Module):\n    def __init__(self, act_fn_name="[|relu|]"):\n        self.hparams = SimpleNamespace(act_fn_name=act_fn_name, act_fn=[|act_fn_by_name|][act_fn_name])\n    def build(self):\n        return nn.Sequential(nn.Linear(2, 2), self.hparams.[|act_fn|]())', 'relu?', 'relu?', 'relu?'],
  ['torch', 'cfg = types.SimpleNamespace(act=F.[|silu|])\ny = cfg.[|act|](x)', 'silu', 'silu'],
  // What a call of another kind is given is no attribute of it, and one that is given another may have that.
  ['torch', `${modules}        self.hparams = Settings(act_fn=nn.[|GELU|])\n    def build(self):\n        return nn.Sequential(nn.Linear(2, 2), self.hparams.act_fn())`, 'gelu'],
  ['torch', `${modules}        self.hparams = SimpleNamespace(act_fn=nn.[|GELU|])\n    def build(self):\n        self.hparams.act_fn = nn.[|ReLU|]\n        return self.hparams.act_fn()`, 'gelu', 'relu'],
]));

describe('lambdas that make a layer', () => run([
  ['torch', 'gelu = lambda: nn.[|GELU|](approximate="tanh")\nmlp = Mlp(8, act_layer=[|gelu|])\nact = [|gelu|]()\ny = [|act|](x)', 'gelu-tanh', 'gelu-tanh', 'gelu-tanh', 'gelu-tanh'],
  ['torch', 'value = lambda: F.[|gelu|](x)\nmlp = Mlp(8, act_layer=value)\ny = value()', 'gelu'],
]));

describe('lambdas that are told which activation to make', () => run([
  ['torch', 'block = lambda activation: nn.Sequential(nn.Linear(3, 3), getattr(nn, activation)())\nnet = block("[|ELU|]")', 'elu? alpha:1'],
  ['torch', 'label = lambda text: text.lower()\nname = label("ELU")'],
]));

describe('parts that are handed to a sequence, or repeated', () => run([
  ['torch', 'class ConvReLU(nn.Sequential):\n    def __init__(self, n):\n        conv, relu = nn.Conv2d(n, n, 3), nn.[|ReLU|]()\n        super(ConvReLU, self).__init__(conv, [|relu|])', 'relu', 'relu'],
  ['torch', 'class Hooked(Recorder):\n    def __init__(self, n):\n        relu = nn.[|ReLU|]()\n        super().__init__(n, relu)', 'relu'],
  ['torch', `${modules}        self.relu = nn.[|ReLU|]()\n        activations = [self.[|relu|]] * (n - 1) + [None]\n        names = [self.relu, n]`, 'relu', 'relu'],
  ['torch', 'class Encoder(ResNet, Mixin):\n    def stages(self):\n        return [nn.[|Identity|](), nn.Sequential(self.conv1, self.bn1, self.[|relu|]), self.layer1]', 'identity', 'relu?'],
  ['torch', 'class Encoder(nn.Module):\n    def stages(self):\n        return nn.Sequential(self.conv1, self.bn1, self.relu)'],
]));

describe('tables that are empty where they are made', () => run([
  ['torch', 'ACTIVATIONS = {}\ndef register(name):\n    return lambda made: ACTIVATIONS.setdefault(name, made)\nclass Net(nn.Module):\n    def __init__(self, act="[|gelu|]"):\n        super().__init__()\n        self.act = [|ACTIVATIONS|][act]()\n    def forward(self, x):\n        return self.[|act|](x)', 'gelu?', 'gelu?', 'gelu?'],
  ['torch', 'RATES = {}\nclass Net(nn.Module):\n    def __init__(self, act="[|gelu|]"):\n        super().__init__()\n        self.act = RATES[act]()\n    def forward(self, x):\n        return self.act(x)', 'gelu?'],
]));

const blocks = `${modules}        self.blocks = nn.ModuleList([])\n        for _ in range(n):\n            self.blocks.append(nn.ModuleList([nn.Linear(n, n), nn.[|GELU|]()]))\n`;

describe('places in rows of rows', () => run([
  ['torch', `${blocks}    def forward(self, x):\n        for linear, act in self.blocks:\n            x = [|act|](linear(x))\n        for i, (linear, act) in enumerate(self.blocks):\n            x = [|act|](linear(x))\n        return x`, 'gelu', 'gelu', 'gelu'],
  ['torch', `${blocks}    def forward(self, x):\n        for i in range(3):\n            x = self.[|blocks|][i][1](self.blocks[i][0](x))\n        return x`, 'gelu', 'gelu'],
  // What differs from row to row is unknown, and a row may hold itself.
  ['torch', `${modules}        self.pairs = nn.ModuleList([nn.ModuleList([nn.Linear(n, n), nn.[|GELU|]()]), nn.ModuleList([nn.Linear(n, n), nn.[|ReLU|]()])])\n    def forward(self, x):\n        for linear, act in self.pairs:\n            x = act(linear(x))\n        return self.pairs[0][1](x)`, 'gelu', 'relu'],
  ['torch', 'rows = [rows[0], nn.[|ReLU|]()]\ny = rows[0][1](x)', 'relu'],
]));

const acts = 'ACTS = {"relu": nn.[|ReLU|], "tanh": nn.[|Tanh|]}\n';

describe('settings that the file writes and reads back', () => run([
  ['torch', `${acts}parser.add_argument("-a", "--act-fn", default="[|tanh|]")\nf = [|ACTS|][args.act_fn]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}parser.add_argument("--activation", dest="act", default="[|tanh|]")\nclass Net(nn.Module):\n    def __init__(self, opt):\n        self.f = [|ACTS|][opt.act]()\n    def forward(self, x):\n        return self.[|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}parser.add_argument("--act", default="[|tanh|]")\nclass Net(nn.Module):\n    def __init__(self, act):\n        self.f = [|ACTS|][act]()\n    def forward(self, x):\n        return self.[|f|](x)\nnet = Net(args.act)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}flags.DEFINE_string("act", "[|tanh|]", "Between the layers.")\nf = [|ACTS|][FLAGS.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}cfg = {"act": "[|tanh|]", "width": 3}\nf = [|ACTS|][cfg["act"]]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}cfg = dict(model=dict(act="[|tanh|]"))\nf = [|ACTS|][cfg["model"].get("act")]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}class Config:\n    act = "[|tanh|]"\nf = [|ACTS|][Config.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}class Config:\n    act = "[|tanh|]"\ncfg = Config()\nf = [|ACTS|][cfg.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}class Config:\n    act = "[|tanh|]"\ncfg = Config(act="[|relu|]")\nf = [|ACTS|][cfg.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'relu?', 'relu?', 'relu?'],
  ['torch', `${acts}cfg = Settings()\ncfg.act = "[|tanh|]"\nf = [|ACTS|][cfg.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}class Config:\n    def __init__(self, act="[|tanh|]"):\n        self.act = act\ncfg = Config()\nf = [|ACTS|][cfg.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', `${acts}parser.add_argument("--act", default="[|tanh|]")\nconfig.act = args.act\nf = [|ACTS|][args.act]()\ny = [|f|](x)`, 'relu', 'tanh', 'tanh?', 'tanh?', 'tanh?'],
  // What is given another value somewhere, or by what nobody sees, is unknown.
  ['torch', `${acts}parser.add_argument("--act", default="[|tanh|]")\nother.add_argument("--act", default="[|relu|]")\nf = ACTS[args.act]()\ny = f(x)`, 'relu', 'tanh', 'tanh?', 'relu?'],
  ['torch', `${acts}parser.add_argument("--act", default="[|tanh|]")\nargs.act = "[|relu|]"\nf = ACTS[args.act]()\ny = f(x)`, 'relu', 'tanh', 'tanh?', 'relu?'],
  ['torch', `${acts}parser.add_argument("--act", default="[|tanh|]")\nf = ACTS[layer.act]()\ny = f(x)`, 'relu', 'tanh', 'tanh?'],
  ['torch', `${acts}cfg = {"act": "[|tanh|]"}\nfor act in ACTS:\n    cfg["act"] = act\n    f = ACTS[cfg["act"]]()\n    y = f(x)`, 'relu', 'tanh', 'tanh?'],
  ['torch', `${acts}class Config:\n    act = "[|tanh|]"\ncfg = Config(*sys.argv)\nf = ACTS[cfg.act]()\ny = f(x)`, 'relu', 'tanh', 'tanh?'],
]));

describe('strings that are kept under any name, and read back where an activation is asked for', () => run([
  ['keras', 'class Config:\n    last = "[|tanh|]"\n    kind = "relu"\ny = layers.Dense(3, Config.last)(x)', 'tanh'],
  ['keras', 'names = {"kind": "[|relu|]", "label": "sigmoid"}\ny = layers.Dense(3, activation=names["kind"])(x)', 'relu'],
  ['keras', 'parser.add_argument("--last", default="[|elu|]")\nparser.add_argument("--kind", default="tanh")\ny = layers.Dense(3, activation=args.last)(x)', 'elu alpha:1'],
  ['keras', 'cfg = dict(activation="[|tanh|]")\ny = layers.Dense(3, activation=cfg["activation"])(x)', 'tanh'],
  ['keras', 'names = {"kind": "relu"}\ny = layers.Dense(3, activation=names["second"])(x)'],
]));
