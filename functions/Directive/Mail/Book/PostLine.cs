using Directives.Chasing;
using Directives.Mail.Deliveries;

namespace Directives.Mail.Book;

/// <summary>What a line of the book of outgoing post says.</summary>
public enum PostEvent
{
    /// <summary>The letter is about to be handed over. Unless a later line says otherwise, it left.</summary>
    Going,

    /// <summary>It did not leave after all.</summary>
    Stayed,

    /// <summary>The provider said what became of it.</summary>
    Heard,
}

/// <summary>One line of the book of outgoing post.</summary>
/// <param name="Letter">The letter's id (<see cref="Mail.Letter.Id"/>).</param>
/// <param name="At">UTC, the installation's clock.</param>
public sealed record PostLine(PostEvent Event, string Letter, DateTimeOffset At)
{
    /// <summary>What it tells; null but for one that is going.</summary>
    public IReadOnlyList<Notice>? Notices { get; init; }

    /// <summary>The provider's word; null but for one that was heard of.</summary>
    public DeliveryWord? Word { get; init; }
}
