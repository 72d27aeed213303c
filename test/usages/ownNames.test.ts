import { describe } from 'vitest';
import { run } from './run';

const numpy = 'import numpy as np\n';
const sigmoid = '[|1 / (1 + np.exp(-x))|]';

describe('what the file defines again, with a switch, or by means that no formula has', () => run([
  ['nothing', `${numpy}def sigmoid(x):\n    return ${sigmoid}\na = [|sigmoid|](z)\ndef sigmoid(x):\n    return ${sigmoid}\nb = [|sigmoid|](z)`, 'sigmoid?', 'sigmoid?', 'sigmoid?', 'sigmoid?'],
  ['nothing', `${numpy}def sigmoid(x, deriv=False):\n    if deriv:\n        return x * (1 - x)\n    return ${sigmoid}\na = [|sigmoid|](z)\nb = sigmoid(z, True)\nc = sigmoid(z, deriv=True)\nd = [|sigmoid|](z, deriv=False)`, 'sigmoid?', 'sigmoid?', 'sigmoid?'],
  ['torch', 'class Net:\n    def __init__(self, act=torch.[|tanh|]):\n        self.act = act\n    def forward(self, x):\n        return self.[|act|](x)\n    def backward(self, x):\n        return self.act(x, derivative=True)', 'tanh', 'tanh?'],
  ['torch', 'def softmax(d):\n    e = torch.exp(d)\n    return [|e / e.sum(1, keepdim=True)|]\ny = [|softmax|](z)', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['torch', 'class SoftmaxFunction(torch.autograd.Function):\n    pass\ndef softmax(x, dim):\n    return SoftmaxFunction.apply(x, dim)\ny = [|softmax|](x, 1)', 'softmax? temperature~1'],
  ['torch', 'y = F.[|relu|](x)\nclass ATan(nn.Module):\n    def forward(self, x):\n        return torch.atan(x)\nact = [|ATan|]()\nclass Angle(nn.Module):\n    def forward(self, y, x):\n        return torch.atan(y / x)\nangle = Angle()', 'relu', 'arctan?'],
  ['torch', 'class Fn(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, *args, **kwargs):\n        x = args[0]\n        return [|1 / (1 + torch.exp(-x))|]\nact = [|Fn|].apply\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.act = [|Fn|].apply\n    def forward(self, x):\n        return self.[|act|]([|act|](x))',
    'sigmoid?', 'sigmoid?', 'sigmoid?', 'sigmoid?', 'sigmoid?'],
  ['torch', 'def bias_gelu(bias, y):\n    x = bias + y\n    return [|x * 0.5 * (1.0 + torch.erf(x / 1.41421356))|]\nclass GeLUFunction(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, input, bias):\n        ctx.save_for_backward(input, bias)\n        return [|bias_gelu|](bias, input)\nbias_gelu_impl = [|GeLUFunction|].apply\nclass GeLUOfOne(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, input, bias):\n        return [|bias_gelu|](bias, input + 1)\ny = GeLUOfOne.apply(x, b)', 'gelu?', 'gelu?', 'gelu?', 'gelu?'],
  ['torch', 'class Fn(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, *args):\n        return args[0] * torch.[|sigmoid|](args[1])\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.act = Fn.apply\n    def forward(self, x):\n        return self.act(x, x)', 'sigmoid'],
  ['torch', 'class ReLU:\n    def forward(self, x):\n        self.mask = x <= 0\n        out = x.clone()\n        [|out[self.mask] = 0|]\n        return out\nclass Net:\n    def __init__(self):\n        self.act = [|ReLU|]()\n    def forward(self, x):\n        return self.[|act|](x)', 'relu?', 'relu?', 'relu?'],
  ['torch', 'class Net:\n    def softmax(self, x):\n        total = 0\n        for value in x:\n            total += torch.exp(value)\n        return [torch.exp(value) / total for value in x]\n    def forward(self, x):\n        return self.[|softmax|](x)', 'softmax? temperature~1'],
  ['torch', 'class MLP(nn.Module):\n    def forward(self, x):\n        return MLP.[|quick_gelu|](x), MLP.other(x)\n    @staticmethod\n    def quick_gelu(x):\n        return [|x / (1 + torch.exp(-1.702 * x))|]', 'quick-gelu?', 'quick-gelu?'],
  ['torch', 'class ReluSquared(nn.Module):\n    def __init__(self, d, h):\n        self.up, self.down = nn.Linear(d, h), nn.Linear(h, d)\n    def forward(self, x):\n        return self.down(F.[|relu|](self.up(x)))\nmlp = ReluSquared(3, 4)', 'relu'],
  // Operations of MindSpore are made before they are applied; what another class of the project does is not known.
  ['nothing', 'from mindspore import nn, ops\nimport mindspore.ops.operations as P\nclass Own(nn.Cell):\n    def __init__(self):\n        self.exp, self.other = ops.Exp(), 1\n        self.exp = ops.Exp()\n        self.total = P.ReduceSum(keep_dims=True)\n        self.div = ops.RealDiv()\n    def construct(self, logits):\n        e = self.exp(logits)\n        return self.div(e, self.total(e, -1))\nclass Softmax2(nn.Cell):\n    def __init__(self):\n        self.exp = ops.Exp()\n        self.total = P.ReduceSum(keep_dims=True)\n        self.div = ops.RealDiv()\n    def construct(self, logits):\n        e = self.exp(logits)\n        return [|self.div(e, self.total(e, -1))|]\nact = [|Softmax2|]()', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['nothing', 'from mindspore import nn, ops\nfrom mine import Exp\nclass Softmax2(nn.Cell):\n    def __init__(self):\n        self.exp = Exp()\n        self.total = ops.ReduceSum(keep_dims=True)\n    def construct(self, logits):\n        e = self.exp(logits)\n        return e / self.total(e, -1)\nact = Softmax2()'],
  ['nothing', 'from mxnet.gluon import nn\nclass HardSigmoid(nn.HybridBlock):\n    def hybrid_forward(self, F, x):\n        return [|F.clip(x + 3., 0, 6.) / 6.|]\nact = [|HardSigmoid|]()', 'hard-sigmoid? variant:pytorch', 'hard-sigmoid? variant:pytorch'],
]));

const applied = (name: string, rest = ''): string => `class ${name}(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, input${rest}):\n        out = ext.activation(input)\n        ctx.save_for_backward(out)\n        return out\n`;

describe('functions with a gradient of their own, by kernels', () => run([
  ['torch', `${applied('SwishFn')}y = [|SwishFn|].apply(x)`, 'silu?'],
  ['torch', `${applied('MishAutoGrad')}y = [|MishAutoGrad|].apply(x)`, 'mish?'],
  ['torch', `${applied('SwishLossFn')}y = SwishLossFn.apply(x)`],
  // Of another file, under whatever name that has here; a module gives its function to all that it holds.
  ['torch', 'from mine import Swish as SwishFN, mish\ndef act(t):\n    return [|SwishFN|].apply(t)\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = [|SwishFN|].apply\n    def forward(self, x):\n        return [|act|](self.[|act|](x)) + [|mish|].apply(x)',
    'silu?', 'silu?', 'silu?', 'silu?', 'mish?'],
  ['torch', 'relu = make()\nrelu.apply(init)\nself.relu.apply(init)'],
  // A switch may make the logarithm of it.
  ['torch', `${applied('SoftmaxFn', ', neg, log')}y = SoftmaxFn.apply(x, False, True)`],
  ['torch', 'class Maxout(nn.Module):\n    def __init__(self, n, k):\n        super().__init__()\n        self.n, self.k = n, k\n        self.lin = nn.Linear(n, n * k)\n    def forward(self, x):\n        shape = list(x.size())\n        shape[-1] = self.n\n        shape.append(self.k)\n        m, i = self.lin(x).view(*shape).max(len(shape) - 1)\n        return m\nnet = nn.Sequential([|Maxout|](3, 5), Maxim(3))', 'maxout?'],
]));

describe('classes that compute in a method of another name', () => run([
  ['nothing', 'import chainer.functions as F\nfrom chainer import Function\nclass MyReLU(Function):\n    def forward_cpu(self, inputs):\n        x, = inputs\n        out = x.copy()\n        [|out[out < 0] = 0|]\n        return out,\ndef rectified(x):\n    return [|MyReLU|]()(x)', 'relu?', 'relu?'],
  ['nothing', `${numpy}class Sigmoid(Activation):\n    def activation(self, x):\n        return ${sigmoid}\nclass ELU(Activation):\n    def __init__(self, alpha=1.0):\n        self.alpha = alpha\n    def function(self, x):\n        return [|np.where(x > 0, x, self.alpha * (np.exp(x) - 1))|]\nnet = [[|Sigmoid|](), [|ELU|](0.5)]`, 'sigmoid?', 'elu? alpha~1', 'sigmoid?', 'elu? alpha=0.5'],
  ['nothing', `${numpy}class Layer:\n    def activation(self, x):\n        return ${sigmoid}\nnet = Layer()`, 'sigmoid?'],
]));

describe('classes that hand the function which they are called after to their base', () => run([
  ['nothing', 'import numpy as np  # a neural network\nclass Tanh(Activation):\n    def __init__(self):\n        tanh = lambda x: np.[|tanh|](x)\n        super().__init__([|tanh|], lambda x: 1 - x ** 2)\nclass Sigmoid(Activation):\n    def __init__(self):\n        def sigmoid(x):\n            return [|1 / (1 + np.exp(-x))|]\n        super().__init__([|sigmoid|], slope)\nnet = [Dense(2, 3), [|Tanh|](), Dense(3, 1), [|Sigmoid|]()]',
    'tanh?', 'tanh?', 'sigmoid?', 'sigmoid?', 'tanh?', 'sigmoid?'],
  // Another function than the name says, and what is called after nothing.
  ['nothing', 'import numpy as np  # a neural network\nclass ReLU(Activation):\n    def __init__(self):\n        super().__init__(np.[|tanh|], slope)\nclass Bounded(Activation):\n    def __init__(self):\n        super().__init__(np.[|tanh|], slope)\nnet = [ReLU(), Bounded()]', 'tanh?', 'tanh?'],
]));

describe('derivatives of NumPy\'s tanh under its name', () => run([
  ['nothing', 'import numpy as np\ndef tanh(x):\n    return np.[|tanh|](x)\ndef tanh_prime(x):\n    return 1 - np.[|tanh|](x)**2', 'tanh?', 'tanh?'],
  ['nothing', 'import numpy as np\ndef wave_derivative(x):\n    return 1 - np.tanh(x)**2\ndef tanh_profile(x):\n    return 1 - np.tanh(x)**2'],
]));

describe('what gives its derivative where it is asked for', () => run([
  ['nothing', `${numpy}def nonlin(x, deriv=False):\n    if deriv == True:\n        return x * (1 - x)\n    return ${sigmoid}\na = [|nonlin|](z)\nb = nonlin(a, True), nonlin(a, deriv=True)`, 'sigmoid?', 'sigmoid?'],
  ['nothing', `${numpy}def elu(x, alpha=1.0, prime=False):\n    if not prime:\n        return [|np.where(x > 0, x, alpha * (np.exp(x) - 1))|]\n    else:\n        return (x > 0) + alpha * np.exp(x) * (x <= 0)\na = [|elu|](z, alpha=0.5)\nb = elu(z, prime=True)`, 'elu? alpha~1', 'elu? alpha=0.5'],
  ['nothing', `${numpy}def relu(x, derivative=False):\n    return np.where(x > 0, 1, 0) if derivative else [|np.maximum(0, x)|]\na = [|relu|](z), relu(z, True)`, 'relu?', 'relu?'],
  ['nothing', `${numpy}class Functions:\n    def get(self, z, derivative=False):\n        return self.[|relu|](z, derivative)\n    def of(self, z, derivative):\n        return self.relu(z, derivative)\n    def back(self, z, derivative=True):\n        return self.relu(z, derivative)\n    def relu(self, z, derivative=False):\n        return np.where(z > 0, 1, 0) if derivative else [|np.maximum(0, z)|]`, 'relu?', 'relu?'],
  ['nothing', `${numpy}def nonlin(x, deriv=True):\n    if deriv:\n        return x * (1 - x)\n    return ${sigmoid}\na = nonlin(z)`, 'sigmoid?'],
]));

const leaky = (slope: number): string => `def lrelu(x, slope=${slope}):\n    return [|torch.where(x > 0, x, slope * x)|]\n`;
const leakyClass = 'class LReLU(nn.Module):\n    def __init__(self, slope=0.3):\n        super().__init__()\n        self.slope = slope\n    def forward(self, x):\n        return F.[|leaky_relu|](x, self.slope)\n';

describe('the numbers that what the file defines is given on the way', () => run([
  ['torch', `from functools import partial\n${leaky(0.2)}a = [|lrelu|](x)\nb = partial([|lrelu|], slope=0.1)`, 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope:0.2', 'leaky-relu? negativeSlope=0.1'],
  ['torch', `${leakyClass}class Steep([|LReLU|]):\n    def __init__(self):\n        super().__init__(0.4)`, 'leaky-relu negativeSlope~0.01', 'leaky-relu? negativeSlope=0.4'],
  // Defined twice with other numbers, nobody knows which of them counts.
  ['torch', `${leaky(0.2)}${leaky(0.2)}a = [|lrelu|](x)`, 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope:0.2'],
  ['torch', `${leaky(0.2)}${leaky(0.1)}a = [|lrelu|](x)`, 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.1'],
]));

describe('functions that pass on to a library\'s with a number', () => run([
  ['torch', 'def lrelu(x):\n    return F.[|leaky_relu|](x, 0.2)\ny = [|lrelu|](x)', 'leaky-relu negativeSlope=0.2', 'leaky-relu? negativeSlope:0.2'],
  ['torch', 'class Net(nn.Module):\n    def nonlinearity(self, x):\n        return F.[|elu|](x, alpha=0.5)\n    def forward(self, x):\n        return self.[|nonlinearity|](self.fc(x))', 'elu alpha=0.5', 'elu? alpha:0.5'],
  ['torch', 'def double(x):\n    return 2 * F.[|leaky_relu|](x, 0.2)\ny = double(x)', 'leaky-relu negativeSlope=0.2'],
]));

const snake = 'def snake(x, alpha):\n    shape = x.shape\n    x = x.reshape(shape[0], shape[1], -1)\n    x = [|x + (alpha + 1e-9).reciprocal() * torch.sin(alpha * x).pow(2)|]\n    x = x.reshape(shape)\n    return x\n';

describe('functions that are given their numbers, and shapes that come and go', () => run([
  ['torch', `${snake}y = [|snake|](x, 0.5)\nclass Snake1d(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n        self.alpha = nn.Parameter(torch.ones(1, n, 1))\n    def forward(self, x):\n        return [|snake|](x, self.alpha)\nact = [|Snake1d|](3)`, 'snake? a~1', 'snake? a=0.5', 'snake? a~1', 'snake? a~1'],
  ['torch', 'def soft(x, t):\n    return F.[|leaky_relu|](x, t)\nclass Net(nn.Module):\n    def forward(self, x):\n        return soft(self.fc(x), 0.1)\nnet = Net()', 'leaky-relu negativeSlope~0.01'],
]));

const snakeOf = (numbers: string, found: string, more = ''): string => `class Wave(nn.Module):\n    def __init__(self, n, logscale=False):\n        super().__init__()\n        self.alpha = nn.Parameter(torch.zeros(n))\n        self.beta = nn.Parameter(torch.zeros(n))\n        self.logscale = logscale\n    def forward(self, x):\n${numbers}        return ${found}\nnet = nn.Sequential(${more})`;
const waves = 'x + (1.0 / (alpha + 1e-9)) * torch.pow(torch.sin(x * alpha), 2)';
const kept = '        alpha = self.alpha.unsqueeze(0).unsqueeze(-1)\n';

describe('numbers that are kept on a logarithmic scale', () => run([
  ['torch', snakeOf(`${kept}        alpha = torch.exp(alpha)\n`, `[|${waves}|]`, '[|Wave|](3)'), 'snake? a~1', 'snake? a~1'],
  ['torch', snakeOf(`${kept}        if self.logscale:\n            alpha = torch.exp(alpha)\n`, `[|${waves}|]`, '[|Wave|](3)'), 'snake? a~1', 'snake? a~1'],
  ['torch', snakeOf('        alpha = torch.exp(self.alpha) if self.logscale else self.alpha\n', `[|${waves}|]`, '[|Wave|](3)'), 'snake? a~1', 'snake? a~1'],
  ['torch', 'class Curve(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.beta = nn.Parameter(torch.zeros(1))\n    def forward(self, x):\n        return [|x / (1 + torch.exp(-x * torch.exp(self.beta)))|]\nact = [|Curve|]()', 'swish? beta~1', 'swish? beta~1'],
  // With two numbers it is SnakeBeta.
  ['torch', snakeOf(`${kept}        alpha = torch.exp(alpha)\n        beta = torch.exp(self.beta)\n`, `[|${waves.replace('(alpha', '(beta')}|]`, '[|Wave|](3)'), 'snake-beta? alpha~1 beta~1', 'snake-beta? alpha~1 beta~1'],
  ['torch', snakeOf(`${kept}        beta = torch.exp(self.beta)\n`, `[|${waves.replace('(alpha', '(beta')}|]`, '[|Wave|](3)'), 'snake-beta? alpha~1 beta~1', 'snake-beta? alpha~1 beta~1'],
  // Nor does the name alone say which of the two it is.
  ['torch', `class SnakeBeta(nn.Module):\n    def __init__(self, n, use_beta=True):\n        super().__init__()\n        self.use_beta = use_beta\n    def forward(self, x):\n        height = self.beta.view(1, -1) if self.use_beta else self.alpha.view(1, -1)\n        return x + torch.sin(x * self.alpha.view(1, -1)).pow(2) / height\nnet = nn.Sequential(SnakeBeta(3, use_beta=False))`],
  // Of a number on two scales it is another function.
  ['torch', snakeOf(kept, waves.replace('x * alpha', 'x * torch.exp(alpha)'), 'Wave(3)')],
  ['torch', snakeOf(`${kept}        if self.logscale:\n            alpha = torch.exp(self.beta)\n`, waves, 'Wave(3)')],
]));

describe('a softplus that is moved down to 0', () => run([
  ['torch', 'class ShiftedSoftplus(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.shift = torch.log(torch.tensor(2.0)).item()\n    def forward(self, x):\n        return [|torch.log1p(torch.exp(x)) - self.shift|]\nact = [|ShiftedSoftplus|]()', 'shifted-softplus?', 'shifted-softplus?'],
  ['torch', 'import math\ndef shifted_softplus(x):\n    return [|torch.log1p(torch.exp(x)) - math.log(2.0)|]\nh = [|shifted_softplus|](x)', 'shifted-softplus?', 'shifted-softplus?'],
  ['torch', 'from torch_geometric.nn.models.schnet import ShiftedSoftplus\nfrom .activations import shifted_softplus\nact = [|ShiftedSoftplus|]()\nh = [|shifted_softplus|](x)', 'shifted-softplus', 'shifted-softplus?'],
  ['torch', 'net = Net(act="[|shifted_softplus|]")', 'shifted-softplus?'],
  // A bound of information that is made of the same two, and another shift.
  ['torch', 'import math\ndef negative_expectation(q):\n    eq = F.[|softplus|](-q) + q - math.log(2.0)\n    return eq\ndef lifted(x):\n    return F.[|softplus|](x) - 1.0', 'softplus beta:1 threshold:20', 'softplus beta:1 threshold:20'],
]));

const arrayOf = (value: string): string => `import mlx.core as mx\nimport mlx.nn as nn\nclass Wave(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n        self.alpha = ${value}\n    def __call__(self, x):\n`;

describe('arrays that a module of MLX keeps, and therefore trains', () => run([
  ['nothing', `${arrayOf('mx.zeros((n,))')}        a = mx.exp(self.alpha)[None, :]\n        return [|x + mx.power(mx.sin(x * a), 2) / a|]\nwave = [|Wave|](3)`, 'snake? a~1', 'snake? a~1'],
  ['nothing', `${arrayOf('mx.full((n,), 0.2)')}        return [|mx.where(x > 0, x, self.alpha * x)|]\nwave = [|Wave|](3)`, 'prelu? a~0.25', 'prelu? a~0.25'],
  ['nothing', `${arrayOf('0.2')}        return [|mx.where(x > 0, x, self.alpha * x)|]\nwave = [|Wave|](3)`, 'leaky-relu? negativeSlope=0.2', 'leaky-relu? negativeSlope:0.2'],
]));

describe('methods of a class that is derived from', () => run([
  ['torch', 'class Active:\n    def activate(self, x):\n        return F.[|elu|](x)\nclass Net(Active, nn.Module):\n    def forward(self, x):\n        return self.[|activate|](self.fc(x))', 'elu alpha:1', 'elu? alpha:1'],
  ['torch', 'class Active:\n    def activate(self, x):\n        return F.[|elu|](x)\nclass Net(Active):\n    def activate(self, x):\n        return self.fc(x)\n    def forward(self, x):\n        return self.activate(x)\nclass Other:\n    def forward(self, x):\n        return self.activate(x)', 'elu alpha:1'],
]));

describe('classes that are a library\'s but for their arguments', () => run([
  ['torch', 'class ReLU(nn.[|Hardtanh|]):\n    def __init__(self, inplace=False):\n        super(ReLU, self).__init__(0, 20, inplace)\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = [|ReLU|](inplace=True)\n    def forward(self, x):\n        return self.[|act|](x)',
    'hard-tanh min=0 max=20', 'hard-tanh min:0 max:20', 'hard-tanh min:0 max:20'],
  ['torch', 'class Act(nn.[|LeakyReLU|]):\n    pass\nact = [|Act|](0.3)', 'leaky-relu negativeSlope:0.01', 'leaky-relu negativeSlope=0.3'],
  ['torch', 'class Act(nn.[|GELU|]):\n    def __init__(self):\n        nn.GELU.__init__(self, approximate="tanh")\nact = [|Act|]()', 'gelu-tanh', 'gelu-tanh'],
  ['torch', 'class Act(nn.[|LeakyReLU|]):\n    def __init__(self, slope):\n        super().__init__(slope)\nact = [|Act|](0.3)', 'leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope~0.01'],
  // Which computes something else, of which the base is no activation, or the place of something else.
  ['torch', 'class Act(nn.[|LeakyReLU|]):\n    def forward(self, x):\n        return x + self.bias\nact = Act(0.3)', 'leaky-relu negativeSlope:0.01'],
  ['torch', 'class Act(nn.Linear):\n    pass\nact = Act(3)'],
  ['torch', 'class Hook(nn.[|Identity|]):\n    pass\nhook = Hook()', 'identity'],
]));

const loops = 'h = []\n    for v in k:\n        h.append(';

describe('what is named after what it applies', () => run([
  ['nothing', `import math\ndef apply_sigmoid_function(k):\n    ${loops}[|1 / (1 + math.exp(-v))|])\n    return h\nh = [|apply_sigmoid_function|](k)`, 'sigmoid?', 'sigmoid?'],
  ['nothing', `${numpy}# a neural network with hidden layers, forward and backward\nclass Tanh(Module):\n    def __call__(self, x):\n        return x.[|tanh|]()\nclass Other(Module):\n    def __call__(self, x):\n        return x.tanh()`, 'tanh?'],
  ['nothing', `import math\ndef apply_sigmoid_gradient(k):\n    ${loops}v * (1 - v))\n    return h\nh = apply_sigmoid_gradient(k)`],
]));

describe('rectified layers under any name', () => run([
  ['torch', '# the same as relu\ndef net(x, w, b):\n    out = x @ w + b\n    out = [|out.max(torch.tensor(0.0))|]\n    return out @ w', 'relu?'],
  // What is left over by a margin, or of no layer.
  ['torch', '# no relu\ndef svm(x, w, y):\n    scores = x @ w\n    return (scores - scores[y] + 1).clamp(min=0)\ndef cut(x, y):\n    kept = x + y\n    return torch.clamp(kept, min=0)'],
]));

describe('what is replaced in place where a test holds', () => run([
  ['nothing', `${numpy}def elu(x, alpha=1.0):\n    out = x.copy()\n    m = x < 0\n    [|out[m] = alpha * (np.exp(out[m]) - 1)|]\n    return out\na = [|elu|](z), [|elu|](z, 0.5)`, 'elu? alpha~1', 'elu? alpha:1', 'elu? alpha=0.5'],
  ['nothing', `${numpy}def relu(x):\n    [|x[np.where(x < 0)] = 0|]\n    return x\na = [|relu|](z)`, 'relu?', 'relu?'],
  ['torch', 'def lrelu(x, slope=0.1):\n    y = x.clone()\n    mask = y > 0\n    [|y[~mask] *= slope|]\n    return y\na = [|lrelu|](z)', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope:0.1'],
  // Only all parts together are the function.
  ['nothing', `${numpy}def elu(x):\n    y = np.zeros_like(x)\n    y[x > 0] = x[x > 0]\n    [|y[x <= 0] = 1.5 * (np.exp(x[x <= 0]) - 1)|]\n    return y\ndef relu6(x):\n    x[x < 0] = 0\n    [|x[x > 6] = 6|]\n    return x`, 'elu? alpha=1.5', 'relu6?'],
  ['nothing', `${numpy}def sigmoid(x):\n    x[x >= 0] = [|1 / (1 + np.exp(-x[x >= 0]))|]\n    [|x[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))|]\n    return x`, 'sigmoid?', 'sigmoid?'],
  ['nothing', `${numpy}def relu_step(x):\n    x[x <= 0] = 0\n    x[x > 0] = 1\n    return x\ndef clean(img):\n    img[img < 0] = 0\n    return img\ndef relu_backward(dx, x):\n    dx[x < 0] = 0\n    return dx`],
  ['nothing', `${numpy}class Network:\n    def back(self, h):\n        slope = h.copy()\n        if self.name == "relu":\n            slope[slope > 0] = 1.0\n            slope[slope <= 0] = 0.0\n        return slope\n    def forward(self, h):\n        if self.name == "relu":\n            [|h[h <= 0] = 0.0|]\n        return h`, 'relu?'],
  // What is replaced afterwards is no softmax any more.
  ['torch', 'def cut(x, m):\n    e = torch.exp(x)\n    e[m] = 0\n    return e / e.sum()'],
]));

describe('the larger of two arrays', () => run([
  ['torch', 'def relu(x):\n    zeros = torch.zeros_like(x)\n    return [|torch.max(x, zeros)|]\ny = [|relu|](z)', 'relu?', 'relu?'],
  ['nothing', `${numpy}def relu(x):\n    zeros = np.zeros(3)\n    return [|np.maximum(zeros, x)|]\ny = [|relu|](z)`, 'relu?', 'relu?'],
  ['torch', 'def relu_peak(x):\n    axis = 0\n    return torch.max(x, axis)\ny = relu_peak(z)\ndef most(x):\n    zeros = torch.zeros_like(x)\n    return torch.max(x, zeros)'],
]));

describe('arrays of a library that an object keeps', () => run([
  ['nothing', `${numpy}class Sigmoid:\n    def __init__(self):\n        self.np = np\n    def run(self, x):\n        return [|1 / (self.np.exp(-x) + 1)|]`, 'sigmoid?'],
  ['nothing', `${numpy}class Sigmoid:\n    def run(self, x):\n        return 1 / (self.other.exp(-x) + 1)`],
]));

describe('numbers that a caller may choose', () => run([
  ['jax', 'def selu(x, alpha=1.5, lmbda=1.2):\n    return lmbda * [|jnp.where(x > 0, x, alpha * jnp.exp(x) - alpha)|]\ny = [|selu|](x)\nf = jax.jit([|selu|])\nz = [|f|](x)', 'elu? alpha~1', 'selu?', 'selu?', 'selu?'],
  // What tutorials round.
  ['jax', 'def selu(x, alpha=1.67, lmbda=1.05):\n    return [|lmbda * jnp.where(x > 0, x, alpha * jnp.exp(x) - alpha)|]\ny = [|selu|](x)', 'selu?', 'selu?'],
  ['jax', 'def selu(x, k):\n    return k * jnp.sinh(x)\ny = selu(x, 3)'],
]));

describe('lambdas under the name of what they compute', () => run([
  ['torch', 'softplus = lambda x: [|torch.logaddexp(x, torch.zeros_like(x))|]\ny = [|softplus|](x)', 'softplus? beta:1 threshold:100', 'softplus? beta:1 threshold:100'],
  ['torch', 'total = lambda x: torch.log(1 + torch.exp(x))\ny = total(x)'],
  ['torch', `${numpy}# as relu\ndef run(x, act=lambda x: [|np.maximum(0, x)|]):\n    return [|act|](x)`, 'relu?', 'relu?'],
  ['torch', `${numpy}# as relu\ndef run(x, act_fns=[lambda x: [|np.maximum(0, x)|], lambda x: [|x.clip(0, 6)|]]):\n    pass`, 'relu?', 'relu6?'],
  ['torch', `${numpy}table = {"relu": lambda x: [|np.maximum(0, x)|]}\ny = table["[|relu|]"](x)`, 'relu?', 'relu?'],
  ['torch', `${numpy}# no relu\ndef run(x, cut=lambda x: np.maximum(0, x), cost=lambda x: np.maximum(0, x)):\n    return cut(x)`],
]));

describe('what a file defines and asks for', () => run([
  ['torch', `class Swish(nn.Module):\n    def forward(self, x):\n        return [|x / (1 + torch.exp(-x))|]\nif layer.__class__ == Swish or type(layer) in (Swish, nn.Linear) or isinstance(layer, Swish):\n    y = [|Swish|]()`, 'silu?', 'silu?'],
]));

describe('what puts its result into an array', () => run([
  ['nothing', `${numpy}def relu(x, out):\n    return [|np.maximum(x, 0, out)|]`, 'relu?'],
]));

describe('what only looks so', () => run([
  ['nothing', 'import numpy as np\nclass SoftmaxLayer:\n    def forward(self, data=None):\n        scores = self.w.dot(data)\n        self.softmax = [|np.exp(scores) / np.sum(np.exp(scores), axis=0)|]\n        loss = self.sum(self.softmax)\n        return loss\nhead = SoftmaxLayer()\ny = head.forward(x)', 'softmax? temperature:1'],
  ['nothing', 'import math\ndef _tanh(p, x, terms):\n    series = p.ring(0)\n    for _ in steps(terms):\n        series += by_atanh(series, p, x)\n    return series\ndef tanh_of(p, x):\n    return _tanh(p, x, 8)'],
  ['nothing', `${numpy}def sigmoid(x):\n    return ${sigmoid}\nsigmoid = Block(3)\nsigmoid(x)`, 'sigmoid?'],
  ['torch', 'def relu_backward(x):\n    return where(x)\nrelu_backward(x)'],
  ['torch', 'def relu(model):\n    print(model)\nrelu(model)'],
  ['torch', 'def softmax():\n    return max(3, 4)\nsoftmax()'],
  ['torch', 'class Sigmoid:\n    def export(self, x):\n        return max(x, 0)\nSigmoid()'],
  ['torch', 'def softmax(x, labels):\n    loss = torch.where(x, labels)\n    return loss\nsoftmax(x, y)'],
  ['torch', 'def logsoftmax_forward(shape, mult=1.0):\n    x = get_tensor(*shape) * mult\n    return ops.logsoftmax(x).data\nlogsoftmax_forward((3, 4))'],
]));
