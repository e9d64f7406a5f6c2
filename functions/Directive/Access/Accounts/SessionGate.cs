using Directives.Assistants;
using Directives.Register;

namespace Directives.Access.Accounts;

/// <summary>Whether a person's session still opens anything: it lives, and the person is still one we know. Asked at each request.</summary>
public sealed class SessionGate(SessionBook sessions, RegisterStore registers, AssistantStore assistants, IRoles roles)
{
    /// <summary>Whether the session of a request counts.</summary>
    /// <param name="held">All roles of the person.</param>
    public async ValueTask<bool> LetsInAsync(PersonSession session, Who held, CancellationToken cancel = default)
    {
        if (session.Id.Length == 0 || await PersonAsync(session.Official, cancel) is null) return false;
        return await sessions.FindAsync(session.Official, session.Id, SessionRules.IdleFor(held), cancel) is { } row
            && (row.SecondFactor || !session.SecondFactor);
    }

    /// <summary>The session with which somebody goes on who has just got in; null for one who is gone.</summary>
    public async ValueTask<PersonSession?> OpenAsync(string person, string id, bool secondFactor, CancellationToken cancel = default) =>
        await PersonAsync(person, cancel) is { } known
            ? new PersonSession(person, known.Titles(), known.Language) { Id = id, SecondFactor = secondFactor }
            : null;

    /// <summary>Whether what the person may do takes a second factor.</summary>
    public async ValueTask<bool> NeedsSecondFactorAsync(string person, CancellationToken cancel = default) =>
        (await roles.OfAsync(person, cancel) & Roles.NeedsSecondFactor) != 0;

    /// <summary>Longest time without use of the person's sessions.</summary>
    public async ValueTask<TimeSpan> IdleAsync(string person, CancellationToken cancel = default) => SessionRules.IdleFor(await roles.OfAsync(person, cancel));

    private async ValueTask<Official?> PersonAsync(string person, CancellationToken cancel) =>
        new Drafters(await registers.GetAsync(cancel), await assistants.GetAsync(cancel)).Find(person);
}
