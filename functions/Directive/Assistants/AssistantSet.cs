using System.Collections.Frozen;

namespace Directives.Assistants;

/// <summary>All assistants of the moment. Immutable; safe to share between threads.</summary>
public sealed class AssistantSet(IEnumerable<Assistant> assistants)
{
    /// <summary>Nobody has one.</summary>
    public static readonly AssistantSet None = new([]);

    private readonly FrozenDictionary<string, Assistant> _ofOfficial = assistants.ToFrozenDictionary(a => a.Of, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Assistant> _byId = assistants.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);

    /// <summary>How many officials have one.</summary>
    public int Count => _byId.Count;

    /// <summary>Ids of the officials who have one.</summary>
    public IEnumerable<string> Officials => _ofOfficial.Keys;

    /// <summary>The assistant of an official, or null.</summary>
    public Assistant? Of(string official) => _ofOfficial.GetValueOrDefault(official);

    /// <summary>The assistant with this id, or null.</summary>
    public Assistant? Find(string id) => _byId.GetValueOrDefault(id);
}
