using System.Reflection;
using Orleans;

namespace SosLongitudinal.Tests.Conventions;

public sealed class WireTests
{
    private static string AliasOf(Type type) => string.Join(" and ", type.GetCustomAttributes<AliasAttribute>(inherit: false).Select(a => a.Alias));

    private static IEnumerable<Type> WireTypes => Product.Types.Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null);

    [Fact]
    public void Every_wire_type_has_its_own_sos_alias()
    {
        Assert.NotEmpty(WireTypes);
        Findings.None(WireTypes.Where(t => !AliasOf(t).StartsWith("sos.", StringComparison.Ordinal)).Select(Product.NameOf));
        Findings.None(WireTypes.GroupBy(AliasOf).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(Product.NameOf))}"));
    }

    [Fact]
    public void Every_wire_member_has_an_explicit_id_of_its_own()
    {
        var faults = new List<string>();
        foreach (var type in WireTypes)
        {
            var ids = type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(p => type.GetField($"<{p.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null)
                .Select(p => (p.Name, p.GetCustomAttribute<IdAttribute>()?.Id)).ToList();
            faults.AddRange(ids.Where(i => i.Id is null).Select(i => $"{Product.NameOf(type)}.{i.Name} has no [Id]"));
            faults.AddRange(ids.Where(i => i.Id is not null).GroupBy(i => i.Id).Where(g => g.Count() > 1).Select(g => $"{Product.NameOf(type)} uses id {g.Key} twice"));
        }
        Findings.None(faults);
    }

    [Fact]
    public void Every_grain_interface_and_method_and_grain_has_a_chosen_name()
    {
        Assert.NotEmpty(Product.GrainInterfaces);
        Findings.None(Product.GrainInterfaces.Where(t => t.CustomAttributes.All(a => a.AttributeType != typeof(GrainInterfaceTypeAttribute))).Select(Product.NameOf));
        Findings.None(Product.GrainInterfaces.SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<AliasAttribute>() is null).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
        Findings.None(Product.GrainInterfaces.SelectMany(t => t.GetMethods()).GroupBy(m => (m.DeclaringType, m.GetCustomAttribute<AliasAttribute>()!.Alias)).Where(g => g.Count() > 1).Select(g => g.Key));
        Findings.None(Product.Grain.Where(t => t.CustomAttributes.All(a => a.AttributeType != typeof(GrainTypeAttribute))).Select(Product.NameOf));
    }

    [Fact]
    public void Every_match_has_one_parameter_for_each_case()
    {
        var matches = Product.Types.Where(t => t is { IsAbstract: true, IsSealed: false }).SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(m => m.Name == "Match").ToList();
        Assert.NotEmpty(matches);
        Findings.None(matches.Where(m => m.GetParameters().Length != Product.CasesOf(m.DeclaringType!).Count()).Select(m => Product.NameOf(m.DeclaringType!)));
    }
}
