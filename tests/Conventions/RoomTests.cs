using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Conventions;

/// <summary>Who may look at whom (the design's page on the house).</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["Study"] = [],
        ["Storage"] = ["Study"],
        ["Extracts"] = ["Study"],
        ["Analysis"] = ["Extracts"],
        ["Grains"] = ["Study", "Storage", "Extracts"],
        ["Exchange"] = ["Study"],
        ["Planning"] = ["Study"],
        ["Web"] = ["Study", "Storage", "Grains", "Extracts", "Analysis", "Exchange", "Planning"],
    };

    /// <summary>Rooms of the study whose place is below others; rooms that are not named may look at each other, but only the demo at contact details.</summary>
    private static readonly Dictionary<string, string[]> Inner = new()
    {
        ["Kernel"] = [],
        ["Consent"] = ["Kernel"],
        ["Accounts"] = ["Kernel"],
        ["Instruments"] = ["Kernel", "Consent", "Design", "Logic"],
        ["Logic"] = ["Kernel", "Instruments"],
        ["Workers"] = ["Kernel", "Design", "Instruments", "Forms"],
        ["Sites"] = ["Kernel", "Design", "Instruments", "Forms"],
    };

    [Fact]
    public void Projects_refer_only_to_the_rooms_that_they_may_look_at()
    {
        foreach (var (room, may) in Projects)
        {
            var references = XDocument.Load(Repository.Path("src", room, $"SosLongitudinal.{room}.csproj")).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["SosLongitudinal.".Length..]);
            Findings.None(references.Except(may).Select(seen => $"{room} looks at {seen}"));
        }
    }

    [Fact]
    public void Rooms_of_the_study_only_look_where_they_may() =>
        Findings.None(Looks(Product.Study, "SosLongitudinal.Study.").Where(l => Inner.TryGetValue(l.From, out var may) ? !may.Contains(l.At) : l.At == "Contacts" && l.From != "Demo").Select(l => $"{l.Who} looks at {l.What}"));

    [Fact]
    public void Contact_details_stay_apart_from_registers_extracts_and_analyses()
    {
        var apart = Product.Assemblies.Where(a => a.GetName().Name is "SosLongitudinal.Extracts" or "SosLongitudinal.Analysis").SelectMany(Looked)
            .Concat(Looked(Product.Grains).Where(l => l.Who.Namespace is not ("SosLongitudinal.Grains.Contacts" or "SosLongitudinal.Grains.Demo" or "SosLongitudinal.Grains") && !Generated(l.Who)));
        Findings.None(apart.Where(l => l.What.Namespace == "SosLongitudinal.Study.Contacts").Select(l => $"{l.Who} looks at {l.What}"));
    }

    [Fact]
    public void Only_the_shell_and_the_commands_know_that_there_is_a_store() =>
        Findings.None(Looked(Assembly.Load("sos")).Where(l => In(l.Who, "SosLongitudinal.Web.Pages") || In(l.Who, "SosLongitudinal.Web.Api"))
            .Where(l => In(l.What, "SosLongitudinal.Storage")).Select(l => $"{l.Who} looks at {l.What}").Distinct());

    [Fact]
    public void No_rule_reads_the_clock_throws_dice_or_leaves_the_process()
    {
        string[] types = ["System.TimeProvider", "System.Random", "System.IO.File", "System.IO.Directory", "System.Net.Http.HttpClient", "System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.Threading.Tasks.Task"];
        string[] members = ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Environment.get_TickCount", "System.Environment.get_TickCount64"];
        using var file = new PEReader(File.OpenRead(Product.Study.Location));
        var code = file.GetMetadataReader();
        var used = code.TypeReferences.Select(h => code.GetTypeReference(h)).Select(t => $"{code.GetString(t.Namespace)}.{code.GetString(t.Name)}").ToList();
        var called = code.MemberReferences.Select(h => code.GetMemberReference(h)).Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => (code.GetTypeReference((TypeReferenceHandle)m.Parent), m)).Select(p => $"{code.GetString(p.Item1.Namespace)}.{code.GetString(p.Item1.Name)}.{code.GetString(p.m.Name)}");

        Assert.Contains("System.DateOnly", used);
        Findings.None(used.Intersect(types));
        Findings.None(called.Intersect(members));
    }

    private static IEnumerable<(string From, string At, Type Who, Type What)> Looks(Assembly assembly, string house) => Looked(assembly)
        .Where(l => In(l.Who, house.TrimEnd('.')) && In(l.What, house.TrimEnd('.')))
        .Select(l => (RoomOf(l.Who, house), RoomOf(l.What, house), l.Who, l.What)).Where(l => l.Item1 != l.Item2);

    private static string RoomOf(Type type, string house) => type.Namespace![house.Length..].Split('.')[0];

    /// <summary>Which of the product's types each type of an assembly names, in signatures and in code.</summary>
    private static IEnumerable<(Type Who, Type What)> Looked(Assembly assembly) =>
        from who in assembly.GetTypes()
        where who.Namespace?.StartsWith("SosLongitudinal", StringComparison.Ordinal) == true
        from what in Named(who).SelectMany(Parts).Distinct()
        where what.Namespace?.StartsWith("SosLongitudinal", StringComparison.Ordinal) == true
        select (who, what);

    private static IEnumerable<Type?> Named(Type type) =>
    [
        type.BaseType,
        .. type.GetFields((BindingFlags)(-1) & ~BindingFlags.FlattenHierarchy & ~BindingFlags.IgnoreCase | BindingFlags.DeclaredOnly).Select(f => f.FieldType),
        .. IntermediateCode.MethodsOf(type).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append((m as MethodInfo)?.ReturnType)),
        .. IntermediateCode.MethodsOf(type).SelectMany(IntermediateCode.References).Select(r => r.Member as Type ?? r.Member.DeclaringType),
    ];

    private static IEnumerable<Type> Parts(Type? type) => type is null || type.IsGenericParameter ? []
        : type.HasElementType ? Parts(type.GetElementType())
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
        : [type];

    private static bool In(Type type, string space) => type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    private static bool Generated(Type type) => type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) == true;
}
