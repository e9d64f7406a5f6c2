using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web.Registers;

/// <summary>What the register's pages ask of the engine.</summary>
public static class RegisterServices
{
    /// <summary>Registers it, beside an installation.</summary>
    public static IServiceCollection AddRegisterPages(this IServiceCollection services) =>
        services.AddSingleton<RegisterDesk>().AddSingleton<PlaceDesk>().AddSingleton<SeatDesk>().AddSingleton<PersonDesk>()
            .AddSingleton<VacancyDesk>().AddSingleton<WorkloadDesk>();
}
