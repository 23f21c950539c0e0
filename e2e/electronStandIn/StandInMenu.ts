interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: readonly Template[];
}

interface MenuItem extends Omit<Template, "submenu"> {
  readonly submenu: StandInMenu | null;
}

export class StandInMenu {
  readonly items: readonly MenuItem[];

  constructor(template: readonly Template[]) {
    this.items = template.map((entry) => ({
      ...entry,
      submenu: entry.submenu ? new StandInMenu(entry.submenu) : null,
    }));
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
