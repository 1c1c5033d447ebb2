using System.Text;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// A tree of the item names met so far, one path per shape: a reader that follows it needs neither strings nor dictionaries.
/// Past <see cref="Most"/> nodes (a hostile or broken source) shapes are made afresh and not kept.
/// </summary>
internal sealed class ShapeNode
{
    private const int Most = 65_536;
    private static int kept;

    private readonly ShapeNode? parent;
    private readonly string name;
    private readonly byte[] utf8;
    private readonly Lock gate = new();
    private ShapeNode[] children = [];
    private AnswerShape? shape;

    private ShapeNode(ShapeNode? parent, string name)
    {
        this.parent = parent;
        this.name = name;
        utf8 = Encoding.UTF8.GetBytes(name);
    }

    public static ShapeNode Root { get; } = new(null, "");

    public AnswerShape Shape => Volatile.Read(ref shape) ?? MakeShape();

    /// <summary>The node behind the property name that the reader stands on.</summary>
    public ShapeNode Next(ref Utf8JsonReader reader)
    {
        foreach (var child in Volatile.Read(ref children))
        {
            if (reader.ValueTextEquals(child.utf8)) return child;
        }
        return Next(reader.GetString()!);
    }

    public ShapeNode Next(string next)
    {
        foreach (var child in Volatile.Read(ref children))
        {
            if (child.name == next) return child;
        }
        if (next.Length == 0 || next.Contains('\n')) throw new FormatException("An item name is empty or holds a line break.");
        for (var node = this; node.parent is not null; node = node.parent)
        {
            if (node.name == next) throw new FormatException($"The item '{next}' stands twice.");
        }
        return Add(next);
    }

    private ShapeNode Add(string next)
    {
        if (kept >= Most) return new(this, next);
        lock (gate)
        {
            if (Array.Find(children, c => c.name == next) is { } other) return other;
            Interlocked.Increment(ref kept);
            var added = new ShapeNode(this, Intern.Text(next));
            Volatile.Write(ref children, [.. children, added]);
            return added;
        }
    }

    private AnswerShape MakeShape()
    {
        var names = new Stack<string>();
        for (var node = this; node.parent is not null; node = node.parent) names.Push(node.name);
        Interlocked.CompareExchange(ref shape, new AnswerShape([.. names]), null);
        return shape;
    }
}
