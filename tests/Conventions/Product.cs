using System.Reflection;
using SosLongitudinal.Grains;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Conventions;

/// <summary>The product's own assemblies and types.</summary>
internal static class Product
{
    public static readonly Assembly Study = typeof(FamilyId).Assembly;
    public static readonly Assembly Grains = typeof(GrainsComposition).Assembly;

    public static readonly IReadOnlyList<Assembly> Assemblies = [Study, typeof(IRecordStore).Assembly, Assembly.Load("SosLongitudinal.Extracts"), Assembly.Load("SosLongitudinal.Analysis"), Assembly.Load("SosLongitudinal.Exchange"), Assembly.Load("SosLongitudinal.Planning"), Grains, Assembly.Load("sos")];

    public static readonly IReadOnlyList<Type> Types = [.. Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("SosLongitudinal", StringComparison.Ordinal) == true)];

    /// <summary>The closed hierarchies that ledgers store.</summary>
    public static readonly IReadOnlyList<Type> FactTypes = [.. Types.Where(t => t.GetCustomAttribute<RecordKindAttribute>() is not null)];

    public static IEnumerable<Type> GrainInterfaces => Types.Where(t => t.IsInterface && t.IsAssignableTo(typeof(Orleans.IGrain)));

    public static IEnumerable<Type> Grain => Types.Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(Orleans.Grain)));

    /// <summary>The nested sealed cases of an abstract record.</summary>
    public static IEnumerable<Type> CasesOf(Type hierarchy) => hierarchy.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
        .Select(c => c.IsGenericTypeDefinition && hierarchy.IsConstructedGenericType ? c.MakeGenericType(hierarchy.GetGenericArguments()) : c)
        .Where(c => c is { IsSealed: true, IsAbstract: false } && Base(c.BaseType) == Base(hierarchy));

    public static string NameOf(Type type) => type.FullName!.Replace("SosLongitudinal.", "", StringComparison.Ordinal);

    private static Type? Base(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
}
