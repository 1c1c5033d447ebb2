using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace SosLongitudinal.Tests.Conventions;

/// <summary>What compiled methods refer to.</summary>
internal static class IntermediateCode
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared));

    /// <summary>Every member that a method's body names.</summary>
    public static IEnumerable<(OpCode Code, MemberInfo Member)> References(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method is { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member) yield return (code, member);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    /// <summary>The methods of the product that a method leads to, through lambdas and awaits, itself included; overrides are not followed.</summary>
    public static HashSet<MethodBase> Reach(MethodBase start)
    {
        var reached = new HashSet<MethodBase>();
        var open = new Stack<MethodBase>([start]);
        while (open.TryPop(out var method))
        {
            if (!Product.Assemblies.Contains(method.Module.Assembly) || !reached.Add(method)) continue;
            if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: var machine })
                foreach (var step in MethodsOf(Closed(machine, method))) open.Push(step);
            foreach (var (_, member) in References(method))
                if (member is MethodBase next) open.Push(next);
        }
        return reached;
    }

    private static Type Closed(Type machine, MethodBase method)
    {
        if (!machine.IsGenericTypeDefinition) return machine;
        var arguments = (method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : []).Concat(method.IsGenericMethod ? method.GetGenericArguments() : []).ToArray();
        return machine.MakeGenericType(arguments);
    }
}
