using System.Reflection;
using System.Reflection.Emit;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Conventions;

public sealed class CommandTableTests
{
    private static readonly Dictionary<Type, string> Kinds = Product.FactTypes.SelectMany(t => t.GetCustomAttributes<JsonDerivedTypeAttribute>()).ToDictionary(k => k.DerivedType, k => (string)k.TypeDiscriminator!);

    [Fact]
    public void The_table_says_of_every_command_which_facts_it_leaves()
    {
        var written = File.ReadLines(Repository.Path("src", "Grains", "COMMANDS.md")).Where(l => l.StartsWith("| I", StringComparison.Ordinal)).ToList();
        Findings.None([.. InCode().Except(written).Select(l => $"missing: {l}"), .. written.Except(InCode()).Select(l => $"no longer so: {l}")]);
    }

    [Fact]
    public void Every_kind_is_left_by_some_command()
    {
        var left = string.Join('\n', InCode());
        Findings.None(Kinds.Values.Where(kind => !left.Contains($"`{kind}`", StringComparison.Ordinal)));
    }

    /// <summary>A command is a grain method that takes a stamp; it leaves the facts that are made somewhere along the code that it leads to.</summary>
    private static IEnumerable<string> InCode() =>
        from grain in Product.Grain
        from door in grain.GetInterfaces()
        where Product.GrainInterfaces.Contains(door)
        let map = grain.GetInterfaceMap(door)
        from i in Enumerable.Range(0, map.InterfaceMethods.Length)
        where map.InterfaceMethods[i].GetParameters().Any(p => p.ParameterType == typeof(Stamp))
        let facts = IntermediateCode.Reach(map.TargetMethods[i]).SelectMany(IntermediateCode.References).Where(r => r.Code == OpCodes.Newobj)
            .Select(r => r.Member.DeclaringType!).Where(Kinds.ContainsKey).Select(t => $"`{Kinds[t]}`").Distinct().Order(StringComparer.Ordinal)
        select $"| {door.Name}.{map.InterfaceMethods[i].Name} | {string.Join(", ", facts)} |";
}
