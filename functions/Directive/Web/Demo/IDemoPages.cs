using Directives.Access;

namespace Directives.Web.Demo;

/// <summary>What the demonstration asks of the engine; it exists only for a sample.</summary>
public interface IDemoPages
{
    /// <summary>Clock and people whose title or place holds what is looked for.</summary>
    ValueTask<DemoView> PeopleAsync(string find, CancellationToken cancel);

    /// <summary>The session to be somebody; null where there is no such person.</summary>
    ValueTask<PersonSession?> BecomeAsync(string official, CancellationToken cancel);

    /// <summary>Moves the clock, and does all that was due on the way before it returns.</summary>
    Task<DemoMoved> MoveAsync(DemoMove move, CancellationToken cancel);

    /// <summary>Letters that left, newest first.</summary>
    ValueTask<OutboxView> OutboxAsync(string? reader, int page, CancellationToken cancel);

    /// <summary>One letter; null where there is none.</summary>
    ValueTask<LetterView?> LetterAsync(string id, CancellationToken cancel);

    /// <summary>Lets all letters to the reader of a letter come back, as if the address did not exist, or arrive again. False where there is no such letter.</summary>
    Task<bool> BounceAsync(string id, bool bounce, CancellationToken cancel);
}
