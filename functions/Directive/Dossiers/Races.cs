using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// A person's act that loses a race is judged again (design, idea 1). An alarm's is dropped instead: whoever woke for it does not come here.
/// </summary>
public static class Races
{
    private const int Tries = 50;

    /// <summary>Judges and writes; where another act came first, all of it again, by what stands then.</summary>
    /// <param name="judge">Reads, judges and commits, once.</param>
    /// <exception cref="BatchRefusedException">So many races in a row were lost that nobody waits any longer.</exception>
    public static async Task<T> AgainAsync<T>(Func<Task<T>> judge)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await judge();
            }
            catch (BatchRefusedException race) when (race is VersionRaceException or RowExistsException && attempt < Tries)
            {
                // Somebody wrote in between, or began the dossier.
            }
        }
    }

    /// <inheritdoc cref="AgainAsync{T}"/>
    public static Task AgainAsync(Func<Task> judge) => AgainAsync(async () =>
    {
        await judge();
        return true;
    });
}
