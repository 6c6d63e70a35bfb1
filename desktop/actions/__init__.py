"""What a person can do, as rows; menus, shortcuts, palette and help are made from them."""
