using Directives.Chasing;
using Directives.Register;

namespace Directives.Assistants;

/// <summary>
/// Whom an official named to prepare reports (R10): a title and an address. The one named drafts by links of their own; filing takes the official.
/// </summary>
/// <param name="Of">The official's id.</param>
/// <param name="Number">1, 2, 3 …: whoever is named next is another person, so links of the last one are dead.</param>
public sealed record Assistant(string Of, int Number, string Title, string Address, string Language)
{
    /// <summary>Id as a reader of letters; no official of the register has one like it, and it is never given again.</summary>
    public string Id => $"{Of}+assistant-{Number}";

    /// <summary>As a reader of letters.</summary>
    public Official Person() => new(Id, Title, Title, null, Address, Language);
}

/// <summary>The row of an official who ever named an assistant.</summary>
public sealed record AssistantRow
{
    /// <summary>The official's id.</summary>
    public required string Of { get; init; }

    /// <summary>Assistants named so far.</summary>
    public int Number { get; init; }

    /// <summary>Who assists now; null for nobody. Of those before nothing is kept but what the trail says.</summary>
    public Assistant? Now { get; init; }

    /// <summary>The local day of the last naming, and how many there were on it.</summary>
    public DateOnly? Day { get; init; }

    public int OnDay { get; init; }

    /// <summary>What is owed to mailboxes; delivered by insert, then cleared.</summary>
    public Notice? Pending { get; init; }
}
